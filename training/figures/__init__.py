"""The figures of the model card: one file a section; every function prints its lines (`python -m training evaluate`)."""
