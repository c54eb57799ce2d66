"""Writes lines of sport results of our own making with names marked: in sport the
name of a city or county is a team, that is an organization, and initials stand
before surnames. News with names marked is mostly politics; without such lines a
model takes teams for places.

    python3 train/agency/sport.py --seed 7 --count 2500 > sport.iob2
"""

import argparse
import random

from make import FAMILY, GIVEN, STATES

CRICKET = "Essex Kent Surrey Sussex Yorkshire Durham Glamorgan Lancashire Derbyshire Somerset Hampshire Middlesex Northamptonshire Worcestershire Victoria Queensland Tasmania".split()
CLUBS = ("Arsenal Everton Leeds Chelsea Liverpool Sunderland Celtic Rangers Dundee Juventus Milan Roma Ajax Feyenoord Benfica Porto Barcelona Valencia Lyon "
         "Marseille Lens Bordeaux Basel Zurich Galatasaray Spartak Dinamo Legia Malmo Rosenborg Boca Santos Flamengo Preston Burnley Stoke Watford").split()
TWO = [("Manchester", "United"), ("Real", "Madrid"), ("Bayern", "Munich"), ("Aston", "Villa"), ("Paris", "SG"), ("Red", "Star"), ("Crystal", "Palace"),
       ("Sheffield", "Wednesday"), ("Dynamo", "Kyiv"), ("St", "Gallen"), ("River", "Plate"), ("Atletico", "Madrid"), ("West", "Ham"), ("Werder", "Bremen")]
AMERICAN = "Boston Toronto Baltimore Seattle Cleveland Detroit Oakland Chicago Minnesota Texas Milwaukee Atlanta Houston Philadelphia Florida Denver Dallas Miami Pittsburgh Montreal".split()
NICKS = "Orioles Yankees Mariners Tigers Braves Dodgers Bulls Lakers Bears Jets Giants Raiders Rockets Canucks".split()
GROUNDS = "Headingley Trent Leicester Portsmouth Taunton Hove Chelmsford Cardiff Worcester Canterbury".split()


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--seed", type=int, default=7)
    p.add_argument("--count", type=int, default=2500)
    a = p.parse_args()
    r = random.Random(a.seed)
    one = r.choice

    def num(n=9):
        return [(str(r.randrange(n + 1)), "O")]

    def o(text):
        return [(t, "O") for t in text.split()]

    def name(forms, kind):
        return [(f, ("B-" if i == 0 else "I-") + kind) for i, f in enumerate(forms)]

    def person():
        k = r.random()
        if k < 0.3:
            return name([one("ABCDGHJKLMNPRSTVW") + ".", one(FAMILY)], "PER")
        if k < 0.6:
            return name([one(FAMILY)], "PER")
        return name([one(GIVEN), one(FAMILY)], "PER")

    def land():
        return name([one(list(STATES))], "LOC")

    def club():
        return name(list(one(TWO)), "ORG") if r.random() < 0.25 else name([one(CLUBS)], "ORG")

    def county():
        return name([one(CRICKET)], "ORG")

    def major():
        return name([one(AMERICAN)], "ORG")

    def score(n=5):
        return [(f"{r.randrange(n)}-{r.randrange(n)}", "O")]

    def line():
        k = r.randrange(16)
        if k == 0:
            return county() + o(one(["beat", "defeated", "drew with", "lost to"])) + county() + o("by an innings and") + num(90) + o("runs .")
        if k == 1:
            return name([one(GROUNDS)], "LOC") + o(":") + county() + num(400) + o("(") + person() + num(120) + o(";") + person() + o("4-38 ) ,") + county() + num(300) + o(".")
        if k == 2:
            return club() + num(5) + club() + num(5)
        if k == 3:
            return club() + num(30) + num(9) + num(9) + num(9) + num(40) + num(40) + num(60)
        if k == 4:
            return person() + o("scored twice as") + club() + o(one(["beat", "thrashed", "edged", "held"])) + club() + score() + o("on") + o(one(["Saturday .", "Sunday .", "Wednesday ."]))
        if k == 5:
            return major() + o(one(["at", "vs."])) + major()
        if k == 6:
            return major() + num(9) + major() + num(9)
        if k == 7:
            return o("In") + name([one(AMERICAN)], "LOC") + o(",") + person() + o("hit a two-run homer as the") + name([one(AMERICAN), one(NICKS)] if r.random() < 0.5 else [one(NICKS)], "ORG") + o("won") + score(9) + o("over the") + name([one(NICKS)], "ORG") + o(".")
        if k == 8:
            return person() + o("(") + land() + o(") beat") + person() + o("(") + land() + o(")") + score(7) + score(7)
        if k == 9:
            return o(one(["SOCCER -", "CRICKET -", "TENNIS -", "RUGBY UNION -", "BASEBALL -"])) + [(t.upper(), g) for t, g in club() + o("beat") + club() + score()] + o(".")
        if k == 10:
            return land() + o(one(["beat", "drew with", "lost to", "face"])) + land() + score() + o("in a World Cup qualifier in") + name([one(["Oslo", "Riga", "Cairo", "Lima", "Tokyo", "Warsaw"])], "LOC") + o("on Saturday .")
        if k == 11:
            return county() + o("captain") + person() + o("took") + num(9) + o("for") + num(90) + o("as") + county() + o("were bowled out for") + num(300) + o(".")
        if k == 12:
            return num(9) + [(".", "O")] + person() + o("(") + land() + o(")") + [(f"{r.randrange(9)}:{r.randrange(10, 59)}.{r.randrange(10, 99)}", "O")]
        if k == 13:
            return club() + o("coach") + person() + o("said") + person() + o("would miss the match against") + club() + o(".")
        if k == 14:
            return o("Scorers :") + club() + o("-") + person() + o("( 23rd minute ) ,") + person() + o("( 58th ) .")
        return person() + o(",") + land() + o(",") + club() + num(99)

    for _ in range(a.count):
        for form, tag in line():
            print(f"{form}\t{tag}")
        print()


if __name__ == "__main__":
    main()
