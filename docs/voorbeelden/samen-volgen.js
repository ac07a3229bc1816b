// Eén stroom voor alle tabbladen. Een browser heeft met HTTP/1.1 maar zes verbindingen per site: bij het zevende tabblad
// met een eigen stroom laadt er niets meer. Hier houdt één tabblad de stroom open, en vertelt het de andere wat er komt.
// Gaat dat tabblad dicht, dan neemt een ander het over, vanaf de laatste positie.
//
//     volgSamen("https://plank.example", (wijziging) => console.log(wijziging.positie, wijziging.soort));

function volgSamen(plank, vertel, positie = null) {
  const vraag = "subscription ($s: Int) { wijzigingen(sinds: $s) { positie soort entiteit { id } } }";
  const anderen = new BroadcastChannel("op-de-plank");
  const gehoord = (wijziging) => {
    if (positie !== null && wijziging.positie <= positie) return; // al gehoord, voor een ander het overnam
    positie = wijziging.positie;
    vertel(wijziging);
  };
  anderen.onmessage = (bericht) => gehoord(bericht.data);

  const luister = () =>
    new Promise((klaar) => {
      const adres = new URL("/graphql/stream", plank);
      adres.search = new URLSearchParams({ query: vraag, variables: JSON.stringify({ s: positie }) });
      const stroom = new EventSource(adres);
      stroom.addEventListener("next", (bericht) => {
        const antwoord = JSON.parse(bericht.data);
        if (!antwoord.data) return; // een fout: GAP, of een vraag die niet kan
        anderen.postMessage(antwoord.data.wijzigingen);
        gehoord(antwoord.data.wijzigingen);
      });
      stroom.addEventListener("complete", () => {
        stroom.close();
        setTimeout(klaar, 3000);
      });
    });

  // Het slot is van één tabblad tegelijk; de browser geeft het door zodra dat dichtgaat.
  navigator.locks.request("op-de-plank", async () => {
    for (;;) await luister();
  });
}
