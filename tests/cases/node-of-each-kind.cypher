RETURN COLLECT {
  MATCH (n1:Entiteit {id: $p0})
  WITH n1
  LIMIT $p1
  RETURN [CASE WHEN n1:Criterium THEN [n1.criterium, n1.omschrijving] END, n1.gewijzigdOp, n1.id, n1.publicatieStatus]
} AS c0, COLLECT {
  MATCH (n1:Entiteit {id: $p2})
  WITH n1
  LIMIT $p3
  RETURN [CASE WHEN n1:Gemeente THEN [COUNT { MATCH (n1)<-[:WERKT_BIJ|LID_VAN]-() }] WHEN n1:Departement THEN [COUNT { MATCH (n1)<-[:WERKT_BIJ|LID_VAN]-() }] WHEN n1:Organisatie THEN [COUNT { MATCH (n1)<-[:WERKT_BIJ|LID_VAN]-() }] END, n1.id, n1.weergavenaam]
} AS c1, COLLECT {
  MATCH (n1:Entiteit {id: $p4})
  WITH n1
  LIMIT $p5
  RETURN [n1.id]
} AS c2, COLLECT {
  MATCH (n1:Entiteit {id: $p6})
  WITH n1
  LIMIT $p7
  RETURN [n1.id]
} AS c3, COLLECT {
  MATCH (n1:Feit {id: $p8})
  WITH n1
  LIMIT $p9
  RETURN [n1.gezegde, n1.id]
} AS c4, COLLECT {
  MATCH (n1:Lading {id: $p10})
  WITH n1
  LIMIT $p11
  RETURN [COLLECT {
    MATCH (n1)<-[:GELADEN_MET]-(n2)
    WITH n2, n2.id AS s2_0
    ORDER BY s2_0
    LIMIT $p12
    RETURN [n2.titel]
  }, n1.door, n1.id]
} AS c5, COLLECT {
  MATCH (n1:Passage {id: $p13})
  WITH n1
  LIMIT $p14
  RETURN [COLLECT {
    MATCH (n1)-[:UIT]->(n2)
    WITH n2
    LIMIT $p15
    RETURN [n2.titel]
  }, n1.id, n1.onderbouwt]
} AS c6
;
UNWIND $ids AS id
MATCH (a:Alias {id: id}) USING INDEX a:Alias(id)
RETURN collect([a.id, a.nu])
