RETURN COLLECT {
  MATCH (n1:Persoon)
  WHERE n1.volgorde IS NOT NULL
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p0
  RETURN [COLLECT {
    MATCH (n1)-[:CONTACT_VOOR]->(n2:Oplossing)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p1
    RETURN [n2.titel]
  }, COLLECT {
    MATCH (n1)-[:REGISSEERT]->(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p2
    RETURN [n2.naam]
  }, COLLECT {
    MATCH (n1)-[r2:WERKT_BIJ]->(n2)
    WHERE r2.tot IS NULL
    WITH n2, r2, n2.volgorde AS s2_0, coalesce(type(r2), '') + ' ' + coalesce(r2.functie, '') + ' ' + coalesce(r2.van, '') + ' ' + coalesce(r2.tot, '') AS s2_1
    ORDER BY s2_0, s2_1
    LIMIT $p3
    RETURN [r2.functie]
  }, n1.email, n1.naam]
} AS c0
