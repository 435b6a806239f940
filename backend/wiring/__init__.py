"""Who reacts to which event: the only place that joins domains sideways.

A module here is named for what reacts (`loyalty.py`: what loyalty does when others speak). It imports
facades and events, and binds handlers with `backend.kernel.events.on` when it is imported. Every module
is imported once, when Django starts.

Tables, invariants: none.
"""
