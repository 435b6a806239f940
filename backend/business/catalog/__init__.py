"""Catalog: what the business offers, and the words that it offers it in.

Tables: `catalog_service`, `catalog_product`, `catalog_variant`, `catalog_term` (languages, document types
and categories in one table), `catalog_languagepair`.
Depends on: ledger, core.files, kernel.
Emits: `service.*`, `product.*`, `variant.*`, `term.*`, `language_pair.*` (`created`, `updated`, `deleted`);
updates carry `before` and `after`.
Reacts to: nothing.
Invariants: codes, SKUs and barcodes are each unique in the business; categories are a forest; a variant
answers only options of its product's schema; pictures and files of products belong to the product while one of
its lists has them, and come from the category `product_media` alone; an account that sales earn on could take them
when it was named, and while they are sold; what is referred to is
switched off, not deleted. Nothing here has a price: prices are rules of `pricing`.
"""
