WITH COLLECT {
  CALL db.index.fulltext.queryNodes('entiteit_tekst', $p0, {limit: 1000000})
  YIELD node AS n1, score
  WITH n1, score
  WHERE ((n1:Beleidskader OR n1:Departement OR n1:Gemeente OR n1:Knelpunt OR n1:Oplossing OR n1:Organisatie OR n1:Persoon OR n1:Thema OR n1:Traject OR n1:Wet) AND n1.publicatieStatus IN $p1 AND n1.rijpheid IN $p2)
  WITH n1, score, [w IN $p3 | any(a IN w WHERE all(f IN a.vormen WHERE n1.naamVormen CONTAINS f[1] OR n1.tekstVormen CONTAINS f[1]))] AS heeft
  WHERE any(h IN heeft WHERE h)
  WITH DISTINCT n1, toUpper(split(n1.id, ':')[0]) AS k0, toUpper(split(n1.id, ':')[0]) AS l0
  WHERE k0 IS NOT NULL
  WITH k0, l0, count(n1) AS c
  ORDER BY c DESC, k0
  LIMIT $p4
  RETURN [[k0], [l0], c]
} AS f0_0, COLLECT {
  CALL db.index.fulltext.queryNodes('entiteit_tekst', $p5, {limit: 1000000})
  YIELD node AS n1, score
  WITH n1, score
  WHERE ((n1:Knelpunt OR n1:Oplossing OR n1:Thema) AND n1.publicatieStatus IN $p6)
  WITH n1, score, [w IN $p7 | any(a IN w WHERE all(f IN a.vormen WHERE n1.naamVormen CONTAINS f[1] OR n1.tekstVormen CONTAINS f[1]))] AS heeft
  WHERE any(h IN heeft WHERE h)
  WITH DISTINCT n1, toUpper(split(n1.id, ':')[0]) AS k0, toUpper(split(n1.id, ':')[0]) AS l0
  WHERE k0 IS NOT NULL
  WITH k0, l0, count(n1) AS c
  ORDER BY c DESC, k0
  LIMIT $p8
  RETURN [[k0], [l0], c]
} AS f0_1, COLLECT {
  CALL db.index.fulltext.queryNodes('entiteit_tekst', $p9, {limit: 1000000})
  YIELD node AS n1, score
  WITH n1, score
  WHERE ((n1:Knelpunt OR n1:Oplossing OR n1:Thema) AND n1.publicatieStatus IN $p10)
  WITH n1, score, [w IN $p11 | any(a IN w WHERE all(f IN a.vormen WHERE n1.naamVormen CONTAINS f[1] OR n1.tekstVormen CONTAINS f[1]))] AS heeft
  WHERE any(h IN heeft WHERE h)
  WITH n1, heeft, score
  ORDER BY score DESC, n1.id
  WITH collect([n1, heeft]) AS paren
  WITH paren, COUNT { MATCH (e:Entiteit) } - COUNT {
    UNWIND ['CONCEPT', 'TER_BEOORDELING', 'INGETROKKEN'] AS st
    MATCH (h:Entiteit {publicatieStatus: st})
    RETURN h
  } - COUNT {
    UNWIND ['CONCEPT', 'TER_BEOORDELING', 'INGETROKKEN'] AS st
    MATCH (h:Entiteit {publicatieStatus: st})-[:GAAT_OVER|HEEFT_PROGRAMMA|MELDT|PAST_TOE|VAN]-(d {publicatieStatus: 'GEPUBLICEERD'})
    WHERE d:Toepassing OR d:Uitvoeringsprogramma OR d:Voortgang
    RETURN DISTINCT d
  } AS totaal
  WITH paren[..200] AS paren, totaal, [j IN range(0, coalesce(size(head(paren)[1]), 0) - 1) | size([p IN paren WHERE p[1][j]])] AS houders
  WITH paren, [h IN houders | log(1 + (totaal - h + 0.5) / (h + 0.5))] AS gewichten
  WITH paren, gewichten, reduce(t = 0.0, g IN gewichten | t + g) AS som
  UNWIND paren AS paar
  WITH paar[0] AS n1, paar[1] AS heeft, gewichten, som
  WITH n1, gewichten, som, [j IN range(0, size(heeft) - 1) | CASE WHEN heeft[j] THEN reduce(m = 0.0, x IN [a IN $p12[j] | a.waarde * reduce(l = 1.0, x IN [f IN a.vormen | CASE WHEN n1.naamVormen CONTAINS f[0] THEN 1.0 WHEN n1.naamVormen CONTAINS f[1] THEN 0.7 WHEN n1.tekstVormen CONTAINS f[0] THEN 0.7 WHEN n1.tekstVormen CONTAINS f[1] THEN 0.49 ELSE 0.0 END] | CASE WHEN x < l THEN x ELSE l END)] | CASE WHEN x > m THEN x ELSE m END) ELSE 0.0 END] AS gehad, split(trim(n1.naamVormen), ' ') AS eigen
  WITH n1, gehad, som, reduce(t = 0.0, j IN range(0, size(gewichten) - 1) | t + gewichten[j] * gehad[j]) / som AS nabij, 1.0 * size([e IN eigen WHERE e IN $p13]) / size(eigen) AS heel
  WITH n1, nabij, heel, nabij AS s1_0, heel AS s1_1, n1.volgorde AS s1_2
  ORDER BY s1_0 DESC, s1_1 DESC, s1_2
  LIMIT $p14
  RETURN [CASE WHEN n1:Knelpunt THEN [COLLECT {
    MATCH (n1)<-[:LOST_OP]-(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p15
    RETURN [n2.titel]
  }, COUNT { MATCH (n1)<-[:LOST_OP]-() }, n1.titel] WHEN n1:Oplossing THEN [COLLECT {
    MATCH (n1)-[:ONTWIKKELD_DOOR]->(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p16
    RETURN [n2.weergavenaam]
  }, n1.titel] WHEN n1:Thema THEN [n1.naam] END, n1.afkorting, n1.id, n1.omschrijving, n1.ookBekendAls, n1.samenvatting, n1.synoniemen, n1.voluit, n1.weergavenaam, n1.zegswijzen, nabij]
} AS f0_2, COLLECT {
  MATCH (n1:Knelpunt)
  WHERE n1.volgorde IS NOT NULL
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p17
  RETURN [n1.titel]
} AS f0_3
RETURN f0_0 AS c0, f0_1 AS c1, f0_2 AS c2, f0_3 AS c3
