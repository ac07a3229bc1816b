"""The form with which anybody says what is wrong or missing, and what became of that."""
