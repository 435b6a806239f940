"""The reference: plain Django and DRF doing the same main job, with nothing of ours in it."""
