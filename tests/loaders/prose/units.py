"""Pieces of text that are hard on a reader of prose when there are many of them in a row.

`test_growth.py` counts the work they take; `bench.groei` measures their time.
"""

UNITS = (
    " ", "x", "a – ", "a & ", "Jan ", "a ", ", ", "Jan Bos, wethouder, gemeente Almere; ", "“ ", "\"a b c d e f g. ",
    "Aa ", "van ", "Piet van ", ". ", "A.", "gemeente Almere ", "Almere en ", "thema's Armoede, ", "1 januari ",
    "1 januari 2020 ", "1-1-2020 ", "mei 2020 ", "1-",
    "(", "a (b) ", "Wet op de ", "traject richt ", "is lid van de Raad ", "a\t", "a: ", "\n",
    "Jan Bos – wethouder, gemeente Almere\n", "Aa Bb\n", "… x\n", "wethouder ", "wethouder Jan Bos ", "Stichting de ",
    "Voorzitter: Jan Bos, ", "‘a ", "heeft zitting ", "stelde aan ", "de voorzitter is ", "a | b\n", "dit programma ",
    "Leden van de ", "foto: ", "burgemeester van ", "Home > ", "kader ‘", "https://a.b/", "€ 1.000 ", "É", "\u200b",
    "🙂", "Hij was eerder wethouder. ", "Jan Bos (vz; weth. Almere), ", "voorzitter   Jan Bos   ", "Raadsleden\n",
    "Jan Bos\n\nWethouder\n\n", "zijn voorganger Jan Bos ", "wethouder van de commissie ", "als wethouder ", "was nog ",
    "Aanwezig: ", "Leden: Jan Bos, ", "Aanwezig: Jan Bos (VVD), ", "Jan Bos, PvdA\n", "vertegenwoordigd door ",
    "Koepel, vertegenwoordigd door Jan Bos, ", "De Koepel (Jan Bos) ", "zijn collega in Almere, Jan Bos ", "e\u0301 ",
    "Dit worden de nieuwe wethouders:\n", "burgemeester van Almere, Ede, ", "Bos, Jan\twethouder\n",
    "raad der gemeente ",
    "Stel: Jan Bos, wethouder. ", "‘Ja dat is echt heel goed.’ ",
)  # fmt: skip
