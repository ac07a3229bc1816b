"""The look-up: is there something ready on the shelf?"""
