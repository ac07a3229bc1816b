RETURN COLLECT {
  MATCH (n1:Entiteit {id: $p0})
  WITH n1
  LIMIT $p1
  RETURN [CASE WHEN n1:Oplossing THEN [COLLECT {
    MATCH (n1)-[:ONTWIKKELD_DOOR]->(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p2
    RETURN [CASE WHEN n2:Gemeente THEN [n2.inwoners] WHEN n2:Departement THEN [n2.afkorting] WHEN n2:Organisatie THEN [n2.voluit] END, COLLECT {
      MATCH (n2)-[:ERVAART]->(n3)
      WITH n3, n3.volgorde AS s3_0
      ORDER BY s3_0
      LIMIT $p3
      RETURN [n3.titel]
    }, COUNT { MATCH (n2)-[:ERVAART]->() }, n2.id, n2.versie, n2.weergavenaam]
  }] END, n1.id]
} AS c0
