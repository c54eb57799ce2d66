package where

func (r *Resolver) W() *weights { return &r.w }
