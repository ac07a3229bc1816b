RETURN COLLECT {
  MATCH (n1:Organisatie)
  WHERE (n1.soortOrganisatie IN $p0 AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p1
  RETURN [n1.id, n1.naam, n1.voluit, n1.website]
} AS c0
