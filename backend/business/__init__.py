"""The business's domains: their tables stand in each tenant's schema and nowhere else."""
