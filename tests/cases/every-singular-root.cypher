RETURN COLLECT {
  MATCH (n1:Entiteit {id: $p0})
  WHERE (n1:Beleidskader)
  WITH n1
  LIMIT $p1
  RETURN [n1.titel]
} AS c0, COLLECT {
  MATCH (n1:Entiteit {id: $p2})
  WHERE (n1:Criterium)
  WITH n1
  LIMIT $p3
  RETURN [n1.omschrijving]
} AS c1, COLLECT {
  MATCH (n1:Entiteit {id: $p4})
  WHERE (n1:Departement)
  WITH n1
  LIMIT $p5
  RETURN [n1.naam]
} AS c2, COLLECT {
  MATCH (n1:Entiteit {id: $p6})
  WHERE (n1:Gemeente)
  WITH n1
  LIMIT $p7
  RETURN [n1.naam]
} AS c3, COLLECT {
  MATCH (n1:Entiteit {id: $p8})
  WHERE (n1:Knelpunt)
  WITH n1
  LIMIT $p9
  RETURN [n1.titel]
} AS c4, COLLECT {
  MATCH (n1:Entiteit {id: $p10})
  WHERE (n1:Oplossing)
  WITH n1
  LIMIT $p11
  RETURN [n1.titel]
} AS c5, COLLECT {
  MATCH (n1:Entiteit {id: $p12})
  WHERE (n1:Organisatie)
  WITH n1
  LIMIT $p13
  RETURN [n1.naam]
} AS c6, COLLECT {
  MATCH (n1:Entiteit {id: $p14})
  WHERE (n1:Persoon)
  WITH n1
  LIMIT $p15
  RETURN [n1.naam]
} AS c7, COLLECT {
  MATCH (n1:Entiteit {id: $p16})
  WHERE (n1:Thema)
  WITH n1
  LIMIT $p17
  RETURN [n1.naam]
} AS c8, COLLECT {
  MATCH (n1:Entiteit {id: $p18})
  WHERE (n1:Toepassing)
  WITH n1
  LIMIT $p19
  RETURN [n1.status]
} AS c9, COLLECT {
  MATCH (n1:Entiteit {id: $p20})
  WHERE (n1:Traject)
  WITH n1
  LIMIT $p21
  RETURN [n1.naam]
} AS c10, COLLECT {
  MATCH (n1:Entiteit {id: $p22})
  WHERE (n1:Uitvoeringsprogramma)
  WITH n1
  LIMIT $p23
  RETURN [n1.titel]
} AS c11
;
RETURN COLLECT {
  MATCH (n1:Entiteit {id: $p0})
  WHERE (n1:Voortgang)
  WITH n1
  LIMIT $p1
  RETURN [n1.tekst]
} AS c0, COLLECT {
  MATCH (n1:Entiteit {id: $p2})
  WHERE (n1:Wet)
  WITH n1
  LIMIT $p3
  RETURN [n1.naam]
} AS c1
