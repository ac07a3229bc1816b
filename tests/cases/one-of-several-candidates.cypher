RETURN COLLECT {
  MATCH (n1:Departement)
  WHERE n1.volgorde IS NOT NULL
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p0
  RETURN [COLLECT {
    MATCH (n1)<-[r2:WERKT_BIJ]-(n2)
    WHERE (EXISTS { MATCH (n2)-[:CONTACT_VOOR]->() } AND r2.tot IS NULL)
    WITH DISTINCT n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p1
    RETURN [n2.naam]
  }]
} AS c0, COLLECT {
  MATCH (n1:Oplossing)
  WHERE (COUNT { MATCH (n1)<-[:VAN]-() } >= $p2 AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p3
  RETURN [COLLECT {
    MATCH (n1)<-[:VAN]-(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p4
    RETURN [COLLECT {
      MATCH (n2)<-[:CONTACT_VOOR]-(n3)
      WITH n3, n3.volgorde AS s3_0
      ORDER BY s3_0
      LIMIT $p5
      RETURN [n3.naam]
    }]
  }]
} AS c1, COLLECT {
  MATCH (n1:Persoon)
  WHERE (n1.naamPlat STARTS WITH $p6 AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p7
  RETURN [COLLECT {
    MATCH (n1)-[r2:WERKT_BIJ]->(n2)
    WHERE r2.tot IS NULL
    WITH n2, r2, n2.volgorde AS s2_0, coalesce(type(r2), '') + ' ' + coalesce(r2.functie, '') + ' ' + coalesce(r2.van, '') + ' ' + coalesce(r2.tot, '') AS s2_1
    ORDER BY s2_0, s2_1
    LIMIT $p8
    RETURN [r2.functie]
  }, COLLECT {
    MATCH (n1)-[r2:WERKT_BIJ|LID_VAN]->(n2)
    WITH n2, r2, n2.volgorde AS s2_0, coalesce(type(r2), '') + ' ' + coalesce(r2.functie, '') + ' ' + coalesce(r2.van, '') + ' ' + coalesce(r2.tot, '') AS s2_1
    ORDER BY s2_0, s2_1
    LIMIT $p9
    RETURN [n2.weergavenaam, r2.functie, r2.tot]
  }, n1.naam]
} AS c2
