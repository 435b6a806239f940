"""Everything that runs Guildhall and is not Guildhall: the developer's runtime (``infra.dev``) and deployment files."""
