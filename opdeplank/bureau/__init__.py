"""/werkbank: where the Programmabureau decides about proposals, loads them and takes loads back."""
