"""One service on several processes: who starts them, what each of them was given, and what they share."""
