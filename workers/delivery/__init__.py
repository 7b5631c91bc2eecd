"""Event → signed request → attempt.

`target` says whether an address may be called and calls it, `sign` makes the headers that prove a body is ours,
`schedule` says when to try again, `send` makes one attempt, `mail` writes to people.
"""
