// Whatever is written in any field of any form is text wherever it is shown, and nothing else.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { openSite } from './site.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

// What could become something else than text. `ran` is set by each that is run. No two are the same, so that each field has
// its own and names must not be unique to be kept.
const scripts = [
    '<script>window.ran=1</script>',
    '"><img src=x onerror="window.ran=1">',
    "' autofocus onfocus='window.ran=1",
    'javascript:window.ran=1',
    '</textarea></title></style><svg onload="window.ran=1">',
    '{{constructor.constructor("window.ran=1")()}} ${window.ran=1} <%= 1 %>',
    '<!--<a href="javascript:window.ran=1">--!><base href="http://x.invalid/">',
    '</option></select><iframe srcdoc="<script>top.ran=1</script>">',
    'https://x.invalid/"onmouseover="window.ran=1',
    '<b hx-get="/logga-ut" hx-trigger="load">',
];
const strange = ['\u202Eretfe mok ammed\u202C', '\u0001\u0008\u001B[31m\u007F', 'a\u0300\u0301\u0302'.repeat(20), '\uFEFF\u200B\u00AD', '𝔘😀👩‍👩‍👧'];
const long = 'lång'.repeat(1250);

let count = 0;
const hostile = () => {
    const at = count++;
    return `${scripts[at % scripts.length]} ${strange[at % strange.length]} ${at}`;
};

// What stands in a form: where it is sent, and its fields. Those of files are left out, as are those of passwords.
const formsOf = (page) => page.locator('form[method=post]').evaluateAll((forms) => forms.map((form) => ({
    action: form.getAttribute('action'),
    isFile: form.enctype === 'multipart/form-data',
    fields: [...form.elements].filter((field) => field.name).map((field) => ({
        name: field.name,
        type: field.type,
        value: field.value,
        checked: field.checked,
        longest: field.maxLength,
        isNumber: field.inputMode === 'decimal',
        choices: field.type === 'select-one' ? [...field.options].map((option) => option.value).filter(Boolean) : [],
    })),
})));

// Would end what is to be looked at: a session, a person, a unit, a goal, a card.
const isDestructive = (action) => /logga-ut|inaktivera|avsluta|avbryt|\/ta-|losenord|angra|sla-ihop|dela$|logga-in|platser\/|roller\//.test(action);

// All fields filled: text with `text`; where nothing is chosen, the topmost unit and the last of other choices.
function filled(form, text) {
    const sent = [];
    const chosen = new Set();
    for (const { name, type, value, checked, longest, isNumber, choices } of form.fields) {
        if (type === 'hidden') sent.push([name, value]);
        else if (type === 'radio') {
            if (!chosen.has(name)) sent.push([name, value]);
            chosen.add(name);
        } else if (type === 'checkbox') {
            if (checked) sent.push([name, value]);
        } else if (type === 'select-one') sent.push([name, value || (choices.at(name === 'unit' ? 0 : -1) ?? '')]);
        else if (type === 'date') sent.push([name, value || '2026-12-31']);
        else if (isNumber) sent.push([name, value || String(sent.length)]);
        else if (['text', 'textarea', 'search', 'email', 'url'].includes(type))
            sent.push([name, longest > 0 ? [...text()].join('').slice(0, longest) : text()]);
    }
    return sent;
}

// Some fields take only what there is, or what looks like an address: what is hostile there is refused and shown again.
// Then it is sent once more with this instead, so that the rest is stored.
const taken = { owner: '', to: '', shared: '', email: '', parent: '', operation: 'förskola', code: '', unit: 'GSK13', role_unit: 'GSK13' };
const withKnown = (form, sent) => sent.map(([name, value]) => [name, name === 'user_name' ? `nagon.${++count}`
    : form.fields.some((field) => field.name === name && field.type !== 'hidden' && field.type.startsWith('text')) ? taken[name] ?? value : value]);

const writers = {
    admin: ['/manniskor/ny', '/manniskor/40', '/manniskor/3', '/mitt-konto'],
    controller: ['/styrkortsmallar/ny', '/ny-enhet', '/organisation/FSK01/beskriv', '/organisation/FSK02/flytta', '/installningar/fragor',
        '/enhet/LH/styrdokument/ny?slag=strategi', '/styrdokument/1', '/styrdokument/4',
        '/enhet/GSK13/beskrivning/andra', '/enhet/BUN/perspektiv', '/styrkortsmallar/2',
        '/framgangsfaktorer/1', '/framgangsfaktorer/5', '/mal/1/redigera', '/leverera'],
    rektor: ['/mal/ny?enhet=GSK13', '/mal/10/redigera', '/mal/10', '/mal/10/steg/pausa', '/mal/10/steg/ateruppta', '/mal/10/bedom',
        '/mal/10/nyckelresultat', '/mal/10/nyckelresultat/18', '/mal/10/beteenden', '/mal/10/aktiviteter', '/mal/10/aktiviteter/1',
        '/mal/10/forslag', '/mal/10/forslag/1', '/mal/10/anteckning', '/mal/10/stam-av', '/mal/12/avstamningar/25',
        '/mal/12/beteenden/22', '/mal/12/kommentarer', '/mitt-konto'],
    larare: ['/mal/11/stam-av', '/mal/11/forslag', '/mal/11', '/mal/11/aktiviteter', '/mal/11/bedom', '/mal/ny?enhet=GSK13A',
        '/mal/11/anteckning'],
};

// Where it is read, besides where it was written.
const readers = ['/att-gora', '/mal', '/rod-trad', '/granskning', '/manniskor', '/organisation', '/styrkortsmallar',
    '/styrkort/GSK13', '/styrkort/BUN', '/styrkort/GSK13/karta', '/rod-trad/GSK13', '/rad', '/enhet/LH/styrdokument',
    '/enhet/GSK13/beskrivning', '/mal/10/avstamningar', '/mal/11/avstamningar', '/sok?q=script'];

async function post(visitor, action, sent) {
    const body = new URLSearchParams(sent.map(([name, value]) => [name, value])).toString();
    const answer = await visitor.page.request.post(action, {
        headers: { origin: site.url, 'content-type': 'application/x-www-form-urlencoded' }, data: body, maxRedirects: 0,
    });
    assert.ok(answer.status() < 500, `${answer.status()} for ${action}: ${body.slice(0, 300)}`);
    return answer;
}

// Nothing that was written has become anything: no script of it has run, no element of it stands there.
async function holdsOnlyText(page, address) {
    const found = await page.evaluate(() => ({
        ran: window.ran,
        elements: [...document.querySelectorAll('script:not([src^="/assets/"]), img, iframe, base, object, embed, b[hx-get], ' +
            '[onerror], [onload], [onfocus], [onmouseover], [srcdoc], a[href^="javascript:" i], a[href*="x.invalid"], form[action^="javascript:" i]')]
            .map((element) => element.outerHTML.slice(0, 200)),
    }));
    assert.deepEqual(found, { ran: undefined, elements: [] }, address);
}

test('what would be more than text is found', async () => {
    const visitor = await site.visit();
    await visitor.go('/om');
    await visitor.page.evaluate(() => { document.querySelector('main').innerHTML += '<img alt=""><a href="javascript:1">x</a>'; });
    await assert.rejects(holdsOnlyText(visitor.page, '/om'), /img[^]*javascript:/);
    await visitor.leave();
});

const isWritten = (form) => !form.isFile && !isDestructive(form.action) && form.fields.some(({ type }) => ['text', 'textarea'].includes(type));

// Sends every form on those pages with the text in every field; what has been refused although it should not.
async function writeEverywhere(who, text) {
    const visitor = await site.visit({ as: who });
    const { page } = visitor;
    const stored = [];
    const refused = [];
    for (const address of writers[who]) {
        await page.goto(address);
        for (const form of (await formsOf(page)).filter(isWritten)) {
            const sent = filled(form, text);
            let answer = await post(visitor, form.action, sent);
            if (answer.status() >= 400) {
                await page.setContent(await answer.text(), { waitUntil: 'domcontentloaded' });
                await holdsOnlyText(page, `the refusal of ${form.action}`);
                answer = await post(visitor, form.action, withKnown(form, sent));
            }
            (answer.status() < 400 ? stored : refused).push(form.action);
        }
    }
    await page.context().close();
    return { stored, refused };
}

let storedForms = 0;
for (const who of Object.keys(writers))
    test(`what ${who} writes in every field of every form is stored`, async () => {
        const { stored, refused } = await writeEverywhere(who, hostile);
        assert.deepEqual(refused, []);
        storedForms += stored.length;
    });

// Visits these pages and what they lead to, at most so many in all, and few of each kind.
async function walk(who, most) {
    const visitor = await site.visit({ as: who });
    const { page } = visitor;
    page.on('dialog', (dialog) => {
        visitor.complaints.push(`dialog: ${dialog.message()}`);
        dialog.dismiss();
    });
    const kindOf = (address) => address.replace(/\d+/g, 'N').replace(/\?.*/, '');
    const waiting = [...Object.values(writers).flat(), ...readers];
    const seen = new Set(waiting);
    const ofKind = new Map();
    let visited = 0;
    while (waiting.length > 0 && visited < most) {
        const address = waiting.shift();
        const answer = await page.request.get(address, { maxRedirects: 0 });
        assert.ok(answer.status() < 500, address);
        if (answer.status() !== 200 || !answer.headers()['content-type'].startsWith('text/html')) continue;
        await page.goto(address);
        await holdsOnlyText(page, address);
        ++visited;
        for (const link of await page.locator('main a[href^="/"]').evaluateAll((links) =>
            links.map((one) => one.getAttribute('href').split('#')[0]))) {
            const alike = ofKind.get(kindOf(link)) ?? 0;
            if (seen.has(link) || alike >= 6) continue;
            seen.add(link);
            ofKind.set(kindOf(link), alike + 1);
            waiting.push(link);
        }
    }
    await visitor.leave();
    return visited;
}

for (const who of ['admin', 'rektor'])
    test(`every page that ${who} comes to shows it as text`, async () => {
        assert.ok(storedForms >= 35, `${storedForms} forms were stored`);
        assert.ok(await walk(who, 75) > 50);
    });

test('five thousand letters in every field are taken or refused, and every page can still be read', async () => {
    for (const who of Object.keys(writers)) await writeEverywhere(who, () => long);
    assert.ok(await walk('controller', 75) > 50);
});
