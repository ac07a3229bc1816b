RETURN
  COLLECT {
    MATCH (o:Oplossing) WHERE o.volgorde IS NOT NULL WITH o ORDER BY o.volgorde LIMIT 5
    RETURN [o.id, o.titel] },
  COLLECT {
    MATCH (t:Traject) WHERE t.status = 'LOPEND' AND t.volgorde IS NOT NULL WITH t ORDER BY t.volgorde LIMIT 5
    RETURN [t.id, t.naam, COLLECT {
      MATCH (t)<-[:NEEMT_DEEL_AAN]-(p) WITH p ORDER BY p.volgorde LIMIT 3 RETURN p.weergavenaam }] },
  COLLECT { MATCH (w:Wet) WHERE w.volgorde IS NOT NULL WITH w ORDER BY w.volgorde RETURN [w.id, w.naam] },
  COLLECT {
    MATCH (k:Knelpunt) WHERE k.volgorde IS NOT NULL WITH k ORDER BY k.volgorde LIMIT 5
    RETURN [k.id, k.titel, COLLECT {
      MATCH (k)<-[:LOST_OP]-(o2) WITH o2 ORDER BY o2.volgorde LIMIT 2 RETURN o2.titel }] },
  head(COLLECT { MATCH (g:Entiteit:Gemeente {id: $gemeente}) RETURN [g.id, g.naam, g.inwoners] LIMIT 1 })
