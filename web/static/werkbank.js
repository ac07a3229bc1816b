// The desk by keyboard. Without this file every button here is a form that works; with it one key decides and goes on,
// what was decided is confirmed in place, and what others decide comes in by itself.
'use strict';

(() => {
  const page = document.querySelector('[data-voorstel]');
  if (page) desk(page);
  const upload = document.querySelector('[data-opladen]');
  if (upload) uploading(upload);
  const reading = document.querySelector('[data-lezen]');
  if (reading) follow(reading.dataset.lezen, reading, () => location.reload());

  function desk(page) {
    const base = page.dataset.voorstel;
    const stamp = page.dataset.stempel;
    const closed = 'geladen' in page.dataset;
    const rows = [...page.querySelectorAll('[data-rij]')];
    const byNumber = new Map(rows.map((row) => [Number(row.dataset.rij), row]));
    const message = document.querySelector('[data-melding]');
    const alike = document.querySelector('[data-gelijk]');
    const paper = page.querySelector('[data-papier]');
    const help = document.querySelector('dialog');
    const toggle = page.querySelector('[data-toetsen]');
    const papers = new Map();
    let marks = marked();
    let current = rows.find((row) => row.classList.contains('is-gekozen')) || rows[0];
    let step = Number(page.dataset.stap);
    let last = null;
    let waiting = 0;
    let queue = Promise.resolve();
    let keys = localStorage.getItem('werkbank-toetsen') !== 'uit';

    page.querySelectorAll('.alleen-script').forEach((each) => { each.hidden = false; });
    showKeys();
    remember();

    document.addEventListener('keydown', pressed);
    page.addEventListener('submit', sent);
    page.addEventListener('click', clicked);
    page.addEventListener('focusin', (event) => {
      const row = event.target.closest('[data-rij]');
      if (row && row !== current) choose(row, false);
    });
    if (alike) alike.addEventListener('submit', (event) => { event.preventDefault(); sayAlike(); });
    page.querySelector('[data-hulp]').addEventListener('click', () => help.showModal());
    toggle.addEventListener('click', () => {
      keys = !keys;
      localStorage.setItem('werkbank-toetsen', keys ? 'aan' : 'uit');
      showKeys();
    });
    setInterval(() => { if (!document.hidden && !waiting) look(); }, 3000);
    document.addEventListener('visibilitychange', () => { if (!document.hidden) look(); });

    function pressed(event) {
      if (!keys || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || help.open) return;
      if (event.target.closest('input, textarea, select, [contenteditable]')) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const act = {
        1: () => decide('ja'), 2: () => decide('nee'), 3: () => decide('later'),
        j: () => move(1), ArrowDown: () => move(1), k: () => move(-1), ArrowUp: () => move(-1),
        z: takeBack, g: sayAlike, e: edit, '?': () => help.showModal(),
      }[key] || letter(key) || (key === 'Enter' && event.target === current ? () => show(current, true) : null);
      if (!act) return;
      event.preventDefault();
      act();
    }

    function letter(key) {
      const button = current && current.querySelector(`[name=keuze][value="${CSS.escape(key)}"]`);
      return button ? () => decide('ja', button) : null;
    }

    function sent(event) {
      const form = event.target;
      const button = event.submitter;
      if (form.hasAttribute('data-herstel')) {
        event.preventDefault();
        takeBack();
      } else if (form.closest('[data-rij]') && button) {
        event.preventDefault();
        choose(form.closest('[data-rij]'), false);
        if (button.name === 'keuze') decide('ja', button); else decide(button.value);
      }
    }

    function clicked(event) {
      const link = event.target.closest('a');
      if (!link) return;
      if (link.hasAttribute('data-toon')) {
        event.preventDefault();
        const row = link.closest('[data-rij]');
        choose(row, false);
        show(row, true);
      } else if (link.dataset.ander) {
        event.preventDefault();
        open(link.dataset.ander);
      }
    }

    function move(by) {
      const at = rows.indexOf(current) + by;
      if (at >= 0 && at < rows.length) choose(rows[at]);
    }

    function choose(row, focus = true) {
      if (!row) return;
      if (current) current.classList.remove('is-gekozen');
      current = row;
      row.classList.add('is-gekozen');
      if (focus) {
        row.focus({ preventScroll: true });
        row.scrollIntoView({ block: 'nearest' });
      }
      show(row, false);
    }

    function onward() {
      const at = rows.indexOf(current);
      const open = (row) => !('besloten' in row.dataset);
      const asked = (row) => open(row) && 'vraag' in row.dataset;
      const behind = rows.slice(at + 1);
      const next = behind.find(asked) || ('vraag' in current.dataset && rows.find((row) => row !== current && asked(row)))
        || behind.find(open) || rows.slice(0, at).find(open);
      if (next) return choose(next);
      const more = page.querySelector('[data-volgende]');
      tell(more ? 'Deze bladzijde is klaar. Ga naar de volgende.' : 'Alles is beslist. Bekijk het verschil.');
    }

    function decide(besluit, button) {
      if (closed || !current) return;
      const row = current;
      const form = row.querySelector('form');
      const body = new URLSearchParams({ stempel: stamp, feit: form.elements.feit.value, besluit });
      if (button) body.set('keuze', button.value);
      const before = snapshot(row);
      const followed = besluit === 'later' ? [] : rows.filter((each) => each.dataset.bij === row.dataset.rij && !('besloten' in each.dataset));
      [row, ...followed].forEach((each) => { each.dataset.besloten = ''; });
      press(row, besluit, button);
      row.querySelector('[data-uitkomst]').textContent = 'wordt opgeslagen…';
      last = { row, body };
      offerAlike(0);
      onward();
      send(`${base}/besluit`, () => {
        body.set('gezien', form.elements.gezien.value);
        return body;
      }, (status, found) => {
        if (status === 200) {
          tell(`Opgeslagen: ${besluit} bij nr ${row.dataset.rij}.`);
          offerAlike(row === last?.row ? found.rijen.find((each) => String(each.nr) === row.dataset.rij)?.gelijk : 0);
        } else if (status === 422) {
          restore(row, before);
          choose(row);
          tell(`Nr ${row.dataset.rij}: ${found.fouten.join(' ')} Druk op e om zelf te antwoorden.`, true);
        } else if (status === 409 && found.bericht) {
          choose(row);
          tell(found.bericht, true);
        }
      }, () => {
        restore(row, before);
        followed.forEach((each) => { delete each.dataset.besloten; });
      });
    }

    function sayAlike() {
      if (!last || alike.hidden) return;
      const body = new URLSearchParams(last.body);
      body.set('ook', 'gelijk');
      offerAlike(0);
      send(`${base}/besluit`, () => body, (status, found) => {
        if (status === 200) {
          tell(`Opgeslagen bij ${found.rijen.length} gelijke.`);
          if (current && 'besloten' in current.dataset) onward();
        } else tell((found.fouten || []).concat(found.bericht || []).join(' '), true);
      });
    }

    function takeBack() {
      if (closed) return;
      send(`${base}/herstel`, () => new URLSearchParams({ stempel: stamp }), (status, found) => {
        tell(found.bericht || `Teruggedraaid: nr ${found.terug.join(', ')}.`, !found.terug.length);
        const first = found.terug.length && byNumber.get(found.terug[0]);
        if (first) choose(first);
      });
    }

    function edit() {
      const link = current && current.querySelector('[data-zelf]');
      if (link) queue.then(() => location.assign(link.href));
    }

    // One after another, so that what comes later is decided later.
    function send(url, make, then, undo = () => {}) {
      waiting += 1;
      queue = queue.then(async () => {
        try {
          const reply = await fetch(url, { method: 'POST', body: make(), headers: { accept: 'application/json' } });
          const found = await reply.json();
          if (found.rijen) take(found); else undo();
          if (reply.status === 401) tell('Je sessie is voorbij. Ververs de pagina en log opnieuw in. Dit besluit is niet opgeslagen.', true);
          else if (!found.rijen) tell(`${found.title} ${found.detail}`, true);
          else then(reply.status, found);
        } catch {
          undo();
          tell('Niet opgeslagen: de dienst is niet bereikbaar. Probeer het zo opnieuw.', true);
        } finally {
          waiting -= 1;
        }
      });
    }

    async function look() {
      try {
        const reply = await fetch(`${base}/stand?na=${step}`, { headers: { accept: 'application/json' } });
        if (!reply.ok || waiting) return;
        const found = await reply.json();
        if (found.stap === step) return;
        const other = found.rijen.filter((each) => each.wie !== page.dataset.wie && each.besloten);
        take(found);
        if (other.length) tell(`${other[0].wie} zei ${other[0].besluit} bij nr ${other[0].nr}${other.length > 1 ? ` en nog ${other.length - 1}` : ''}.`);
      } catch { /* it looks again in a moment */ }
    }

    function take(found) {
      step = found.stap;
      for (const each of found.rijen) {
        const row = byNumber.get(each.nr);
        if (row) apply(row, each);
      }
      document.querySelector('[data-samen]').textContent =
        `${found.samen.open} open, ${found.samen.ja} ja, ${found.samen.nee} nee, ${found.samen.later} later.`;
      const open = page.querySelector('[data-open]');
      if (open) open.textContent = found.open ? `nog ${found.open}` : 'alles beantwoord';
      fill(page.querySelector('[data-tellingen]'), found.tellingen.map((each) => {
        const line = document.createElement('tr');
        const head = document.createElement('th');
        head.scope = 'row';
        head.textContent = each.soort;
        line.append(head, ...['open', 'ja', 'nee', 'later'].map((name) => cell(each[name])));
        return line;
      }));
      fill(page.querySelector('[data-laatste]'), found.laatste.map((each) => {
        const line = document.createElement('li');
        const link = document.createElement('a');
        link.href = `${base}?rij=${each.rij}#rij-${each.rij}`;
        link.textContent = each.tekst;
        const who = document.createElement('span');
        who.className = 'stil';
        who.textContent = ` ${each.wie}, ${each.op}`;
        line.append(link, who);
        return line;
      }));
    }

    function apply(row, each) {
      row.querySelector('[name=gezien]').value = each.gezien;
      if (each.klaar) row.dataset.besloten = ''; else delete row.dataset.besloten;
      const said = each.keuze && row.querySelector(`[name=keuze][value="${CSS.escape(each.keuze)}"]`);
      press(row, each.klaar || !('vraag' in row.dataset) ? each.besluit : '', said || null);
      const told = document.createElement('span');
      told.className = each.klaar ? 'stand is-besloten' : 'stand';
      told.textContent = each.uitkomst;
      fill(row.querySelector('[data-uitkomst]'), [told]);
    }

    function press(row, besluit, chosen) {
      row.querySelectorAll('[name=besluit]').forEach((b) => b.setAttribute('aria-pressed', String(b.value === besluit)));
      row.querySelectorAll('[name=keuze]').forEach((b) => b.setAttribute('aria-pressed', String(b === chosen)));
    }

    function snapshot(row) {
      const pressed = [...row.querySelectorAll('[aria-pressed]')].map((b) => [b, b.getAttribute('aria-pressed')]);
      return { decided: 'besloten' in row.dataset, pressed, told: row.querySelector('[data-uitkomst]').textContent };
    }

    function restore(row, was) {
      if (was.decided) row.dataset.besloten = ''; else delete row.dataset.besloten;
      was.pressed.forEach(([button, value]) => button.setAttribute('aria-pressed', value));
      row.querySelector('[data-uitkomst]').textContent = was.told;
    }

    function offerAlike(count) {
      if (!alike) return;
      alike.hidden = !count;
      if (count) alike.querySelector('span').textContent = `Pas toe op ${count === 1 ? 'de gelijke vraag' : `alle ${count} gelijke`}`;
    }

    // the document

    function marked() {
      const found = new Map();
      paper.querySelectorAll('mark').forEach((mark) => {
        for (const number of mark.dataset.n.split(' ')) {
          if (!found.has(number)) found.set(number, []);
          found.get(number).push(mark);
        }
      });
      return found;
    }

    function remember() {
      const shown = paper.querySelector('[data-document]');
      if (shown) papers.set(shown.dataset.document, paper.innerHTML);
    }

    async function show(row, go) {
      if (row.dataset.bron && !await open(row.dataset.bron)) return;
      if (row !== current) return;
      paper.querySelectorAll('mark.is-gekozen').forEach((mark) => mark.classList.remove('is-gekozen'));
      const found = marks.get(row.dataset.rij) || [];
      found.forEach((mark) => mark.classList.add('is-gekozen'));
      const text = paper.querySelector('.papier');
      page.querySelector('[data-kwijt]').hidden = !text || !row.dataset.bron || found.length > 0;
      if (!found.length) return;
      const frame = paper.closest('.document');
      if (go && getComputedStyle(frame).overflowY !== 'auto') found[0].scrollIntoView({ block: 'center' });
      else {
        const place = found[0].getBoundingClientRect();
        const seen = frame.getBoundingClientRect();
        if (go || place.top < seen.top + 40 || place.bottom > seen.bottom - 40) frame.scrollTop += place.top - seen.top - seen.height / 3;
      }
      if (go) frame.focus({ preventScroll: true });
    }

    async function open(key) {
      const shown = paper.querySelector('[data-document]');
      if (shown && shown.dataset.document === key) return true;
      try {
        if (!papers.has(key)) {
          const reply = await fetch(`${base}/document?bron=${encodeURIComponent(key)}`);
          if (!reply.ok) return false;
          papers.set(key, await reply.text());
        }
      } catch { return false; }
      fill(paper, [...new DOMParser().parseFromString(papers.get(key), 'text/html').body.childNodes]);
      marks = marked();
      const link = page.querySelector(`[data-ander="${CSS.escape(key)}"]`);
      if (link) page.querySelector('[data-naam]').textContent = link.textContent;
      return true;
    }

    function showKeys() {
      toggle.textContent = keys ? 'Zet toetsen uit' : 'Zet toetsen aan';
      toggle.setAttribute('aria-pressed', String(keys));
    }

    function tell(text, wrong = false) {
      message.textContent = text;
      message.classList.toggle('is-fout', wrong);
    }
  }

  function uploading(form) {
    const box = form.querySelector('[data-voortgang]');
    const wrong = form.querySelector('[data-fout]');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const request = new XMLHttpRequest();
      const meter = box.querySelector('progress');
      let place = '';
      const end = (text) => {
        box.hidden = true;
        wrong.hidden = !text;
        wrong.textContent = text;
        form.querySelector('[type=submit]').disabled = false;
      };
      box.hidden = false;
      wrong.hidden = true;
      form.querySelector('[type=submit]').disabled = true;
      box.querySelector('[data-stap]').textContent = 'Bezig met versturen';
      request.upload.onprogress = (sent) => { if (sent.lengthComputable) meter.value = 100 * sent.loaded / sent.total; };
      request.upload.onload = () => {
        box.querySelector('[data-stap]').textContent = 'Bezig met lezen';
        meter.removeAttribute('value');
      };
      request.onload = () => {
        const found = answer(request.responseText);
        if (request.status !== 201) return end(found ? `${found.title} ${found.detail}` : 'Dit lukte niet. Probeer het opnieuw.');
        place = found.adres;
        follow(place, box, () => location.assign(place));
      };
      request.onerror = () => end('De dienst is niet bereikbaar. Probeer het zo opnieuw.');
      request.onabort = () => end('Gestopt. Er is niets bewaard.');
      box.querySelector('[data-stop]').onclick = () => {
        if (!place) return request.abort();
        const body = new URLSearchParams({ stempel: form.elements.stempel.value });
        fetch(`${place}/stop`, { method: 'POST', body }).finally(() => location.assign(place));
      };
      request.open('POST', form.action);
      request.setRequestHeader('accept', 'application/json');
      request.send(new FormData(form));
    });
  }

  async function follow(place, box, done) {
    const meter = box.querySelector('progress');
    const step = box.querySelector('[data-stap]');
    for (;;) {
      try {
        const reply = await fetch(`${place}/voortgang`, { headers: { accept: 'application/json' } });
        const found = await reply.json();
        if (!reply.ok || found.klaar) return done();
        step.textContent = found.bestand ? `Bezig met ${found.bestand}` : 'Bezig met lezen';
        if (found.gedaan) {
          meter.max = found.totaal;
          meter.value = found.gedaan;
        }
      } catch { /* the service may be starting again */ }
      await new Promise((go) => { setTimeout(go, 700); });
    }
  }

  function answer(text) {
    try { return JSON.parse(text); } catch { return null; }
  }

  function cell(text) {
    const made = document.createElement('td');
    made.textContent = text;
    return made;
  }

  function fill(place, nodes) {
    if (place) place.replaceChildren(...nodes);
  }
})();
