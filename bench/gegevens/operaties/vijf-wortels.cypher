RETURN {
  recent: {nodes: COLLECT {
    MATCH (o:Oplossing) WHERE o.volgorde IS NOT NULL WITH o ORDER BY o.volgorde LIMIT 5
    RETURN {id: o.id, titel: o.titel}}},
  lopend: {nodes: COLLECT {
    MATCH (t:Traject) WHERE t.status = 'LOPEND' AND t.volgorde IS NOT NULL WITH t ORDER BY t.volgorde LIMIT 5
    RETURN {id: t.id, naam: t.naam, deelnemers: {nodes: COLLECT {
      MATCH (t)<-[:NEEMT_DEEL_AAN]-(p) WITH p ORDER BY p.volgorde LIMIT 3 RETURN {weergavenaam: p.weergavenaam}}}}}},
  wetten: COLLECT {
    MATCH (w:Wet) WHERE w.volgorde IS NOT NULL WITH w ORDER BY w.volgorde RETURN {id: w.id, naam: w.naam}},
  knelpunten: {nodes: COLLECT {
    MATCH (k:Knelpunt) WHERE k.volgorde IS NOT NULL WITH k ORDER BY k.volgorde LIMIT 5
    RETURN {id: k.id, titel: k.titel, oplossingen: {nodes: COLLECT {
      MATCH (k)<-[:LOST_OP]-(o2) WITH o2 ORDER BY o2.volgorde LIMIT 2 RETURN {titel: o2.titel}}}}}},
  gemeente: head(COLLECT {
    MATCH (g:Entiteit:Gemeente {id: $gemeente}) RETURN {id: g.id, naam: g.naam, inwoners: g.inwoners} LIMIT 1})
} AS data
