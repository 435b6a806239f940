"""Load, stress, spike and endurance of a running Guildhall: `make load PROFILE=…`. See README.md.

What drives (`locustfile`) needs Locust, which has an environment of its own; everything else here is standard library,
so that the suite can test it.
"""
