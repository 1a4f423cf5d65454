"""The decision on awards and what follows from it: money, certificates, corrections."""
