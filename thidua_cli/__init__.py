"""thidua: plan, check and print emulation and commendation campaigns."""

__version__ = "0.1.0"
