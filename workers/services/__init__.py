"""What the product means, one file per noun: the only bridge between the database and the engines.

A service takes a `Caller` and plain values, returns a model or a dataclass, and raises `CvError`. It never sees a
request, a GraphQL `info` or a queue's context.
"""
