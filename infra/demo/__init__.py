"""The demo: the product's main job against a running server, through the generated Python client only.

`make demo` narrates each step with its figures and exits non-zero when anything is not as it must be.
"""
