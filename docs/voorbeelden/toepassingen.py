# Alle toepassingen in een tabel, en drie vragen eraan. Elk blok na `# %%` is een cel van een notebook.
# Nodig: pip install "gql[httpx]" pandas. Beginnen: python toepassingen.py http://127.0.0.1:8000

# %% De vraag staat in toepassingen.graphql, naast dit bestand.
import sys
from pathlib import Path

import pandas as pd
from gql import Client, gql
from gql.transport.httpx import HTTPXTransport

ADRES = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000"
VRAAG = gql((Path(__file__).parent / "toepassingen.graphql").read_text(encoding="utf-8"))

# %% Lees alle bladzijden. `endCursor` van de ene is `na` van de volgende.
gelezen = []
na, meer = None, True
with Client(transport=HTTPXTransport(url=f"{ADRES}/graphql")) as dienst:
    while meer:
        VRAAG.variable_values = {"na": na}
        bladzijde = dienst.execute(VRAAG)["toepassingen"]
        gelezen += bladzijde["nodes"]
        na, meer = bladzijde["pageInfo"]["endCursor"], bladzijde["pageInfo"]["hasNextPage"]

toepassingen = pd.json_normalize(gelezen).rename(
    columns={"oplossing.titel": "oplossing", "gemeente.provincie": "provincie"}
)
print(f"{len(toepassingen)} toepassingen van {toepassingen['oplossing'].nunique()} oplossingen")

# %% Welke oplossingen worden het meest gebruikt?
print(toepassingen["oplossing"].value_counts().head(10).to_string())

# %% Hoeveel oplossingen gebruikt een gemeente gemiddeld, per provincie?
per_gemeente = toepassingen.groupby(["provincie", "gemeente.code"])["oplossing"].nunique()
print(per_gemeente.groupby("provincie").mean().round(1).sort_values(ascending=False).to_string())

# %% Wat is de stand? Een leeg vak betekent: dat weten we niet.
print(toepassingen["status"].fillna("onbekend").value_counts().to_string())
