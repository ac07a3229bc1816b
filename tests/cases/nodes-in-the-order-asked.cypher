RETURN COLLECT {
  MATCH (n1:Document)
  WHERE n1.id IN $p0
  RETURN [n1.id, n1.titel]
} AS c0, COLLECT {
  MATCH (n1:Entiteit)
  WHERE n1.id IN $p1
  RETURN [CASE WHEN n1:Persoon THEN [COLLECT {
    MATCH (n1)-[r2:WERKT_BIJ]->(n2)
    WHERE r2.tot IS NULL
    WITH n2, r2, n2.volgorde AS s2_0, coalesce(type(r2), '') + ' ' + coalesce(r2.functie, '') + ' ' + coalesce(r2.van, '') + ' ' + coalesce(r2.tot, '') AS s2_1
    ORDER BY s2_0, s2_1
    LIMIT $p2
    RETURN [r2.functie]
  }, n1.naam] WHEN n1:Oplossing THEN [n1.benodigd, n1.titel] END, n1.id, n1.versie]
} AS c1, COLLECT {
  MATCH (n1:Feit)
  WHERE n1.id IN $p3
  RETURN [n1.id]
} AS c2, COLLECT {
  MATCH (n1:Lading)
  WHERE n1.id IN $p4
  RETURN [n1.id]
} AS c3, COLLECT {
  MATCH (n1:Passage)
  WHERE n1.id IN $p5
  RETURN [n1.id]
} AS c4, COLLECT {
  MATCH (n1:Wijziging)
  WHERE n1.id IN $p6
  RETURN [n1.id]
} AS c5
;
UNWIND $ids AS id
MATCH (a:Alias {id: id}) USING INDEX a:Alias(id)
RETURN collect([a.id, a.nu])
