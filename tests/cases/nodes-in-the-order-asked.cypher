RETURN COLLECT {
  UNWIND $p0 AS i1
  MATCH (n1:Document {id: i1}) USING INDEX n1:Document(id)
  RETURN [n1.id, n1.titel]
} AS c0, COLLECT {
  UNWIND $p1 AS i1
  MATCH (n1:Entiteit {id: i1}) USING INDEX n1:Entiteit(id)
  RETURN [CASE WHEN n1:Persoon THEN [COLLECT {
    MATCH (n1)-[r2:WERKT_BIJ]->(n2)
    WHERE r2.tot IS NULL
    WITH n2, r2, n2.volgorde AS s2_0, coalesce(type(r2), '') + ' ' + coalesce(r2.functie, '') + ' ' + coalesce(r2.van, '') + ' ' + coalesce(r2.tot, '') AS s2_1
    ORDER BY s2_0, s2_1
    LIMIT $p2
    RETURN [r2.functie]
  }, n1.naam] WHEN n1:Oplossing THEN [n1.benodigd, n1.titel] END, n1.id, n1.versie]
} AS c1, COLLECT {
  UNWIND $p3 AS i1
  MATCH (n1:Feit {id: i1}) USING INDEX n1:Feit(id)
  RETURN [n1.id]
} AS c2, COLLECT {
  UNWIND $p4 AS i1
  MATCH (n1:Lading {id: i1}) USING INDEX n1:Lading(id)
  RETURN [n1.id]
} AS c3, COLLECT {
  UNWIND $p5 AS i1
  MATCH (n1:Passage {id: i1}) USING INDEX n1:Passage(id)
  RETURN [n1.id]
} AS c4, COLLECT {
  UNWIND $p6 AS i1
  MATCH (n1:Wijziging {id: i1}) USING INDEX n1:Wijziging(id)
  RETURN [n1.id]
} AS c5
;
UNWIND $ids AS id
MATCH (a:Alias {id: id}) USING INDEX a:Alias(id)
RETURN collect([a.id, a.nu])
