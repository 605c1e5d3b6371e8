"""The contest file: tables, operations, journal and backup."""
