"""Facts: claims with the passages they rest on, and what is known of them already."""
