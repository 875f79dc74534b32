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

// What stands in a form: where it is sent, and its fields. Passwords are left out: they are shown nowhere.
const formsOf = (page) => page.locator('form[method=post]').evaluateAll((forms) => forms.map((form) => ({
    action: form.getAttribute('action'),
    isFile: form.enctype === 'multipart/form-data',
    fields: [...form.elements].filter((field) => field.name).map((field) => ({
        name: field.name,
        type: field.type,
        value: field.value,
        checked: field.checked,
        required: field.required,
        longest: field.maxLength,
        isNumber: field.inputMode === 'decimal',
        choices: field.type === 'select-one' ? [...field.options].map((option) => option.value).filter(Boolean) : [],
    })),
})));

// Would end the session.
const isWayOut = (action) => /logga-ut|logga-in|losenord/.test(action);
// Would end what others are to look at: a person, a unit, a goal, a card. These are sent last, to what is kept for it.
const isEnding = (action) => /inaktivera|avsluta|lagg-ned|\/ta-|angra|sla-ihop|dela$|platser\/|roller\//.test(action);

const inAMonth = new Date(Date.now() + 30 * 24 * 3600 * 1000).toISOString().slice(0, 10);

// All fields filled: text with `text`; where nothing is chosen, the topmost unit, the first of several units and the
// last of other choices.
function filled(form, text) {
    const sent = [];
    const chosen = new Set();
    for (const { name, type, value, checked, required, longest, isNumber, choices } of form.fields) {
        if (type === 'hidden') sent.push([name, value]);
        else if (type === 'radio') {
            if (!chosen.has(name)) sent.push([name, value]);
            chosen.add(name);
        } else if (type === 'checkbox') {
            if (checked || (name === 'units' && !chosen.has(name))) sent.push([name, value]);
            chosen.add(name);
        } else if (type === 'select-one') sent.push([name, value || (choices.at(name === 'unit' ? 0 : -1) ?? '')]);
        else if (type === 'date') sent.push([name, value || (required ? inAMonth : '')]);
        else if (isNumber) sent.push([name, value || String(sent.length)]);
        else if (['text', 'textarea', 'search', 'email', 'url'].includes(type))
            sent.push([name, longest > 0 ? [...text()].join('').slice(0, longest) : text()]);
    }
    return sent;
}

// Some fields take only what there is, or what looks like an address: what is hostile there is refused and shown again.
// Then it is sent once more with this instead, so that the rest is stored.
const taken = { owner: '', to: '', shared: '', email: '', parent: '', other: '', operation: 'förskola', code: '', unit: 'GSK13', role_unit: 'GSK13',
    ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((at) => [`code_${at}`, ''])) };
const withKnown = (form, sent) => sent.map(([name, value]) => [name, name === 'user_name' ? `nagon.${++count}`
    : form.fields.some((field) => field.name === name && field.type !== 'hidden' && field.type.startsWith('text')) ? taken[name] ?? value : value]);

const writers = {
    admin: ['/manniskor/ny', '/manniskor/40', '/manniskor/3', '/mitt-konto'],
    controller: ['/styrkortsmallar/ny', '/ny-enhet', '/organisation/FSK01/beskriv', '/organisation/FSK02/flytta', '/installningar/fragor',
        '/enhet/LH/styrdokument/ny?slag=strategi', '/styrdokument/1', '/styrdokument/4',
        '/enhet/GSK13/beskrivning/andra', '/enhet/BUN/perspektiv', '/styrkortsmallar/2',
        '/framgangsfaktorer/1', '/framgangsfaktorer/5', '/mal/1/redigera', '/matt/GSK-4/GSK13', '/matt/GSK-4/GSK13?bland=alla'],
    rektor: ['/mal/ny?enhet=GSK13', '/mal/10/redigera', '/mal/10', '/mal/10/steg/pausa', '/mal/10/steg/ateruppta', '/mal/10/bedom',
        '/mal/10/nyckelresultat', '/mal/10/nyckelresultat/18', '/mal/10/beteenden', '/mal/10/aktiviteter', '/mal/10/aktiviteter/1',
        '/mal/10/forslag', '/mal/10/forslag/1', '/mal/10/anteckning', '/mal/10/stam-av', '/mal/12/avstamningar/25',
        '/mal/12/beteenden/22', '/mal/12/kommentarer', '/mitt-konto'],
    larare: ['/mal/11/stam-av', '/mal/11/forslag', '/mal/11', '/mal/11/aktiviteter', '/mal/11/bedom', '/mal/ny?enhet=GSK13A',
        '/mal/11/anteckning'],
};

// What is ended, and by whom, when all else has been written and read.
const enders = {
    rektor: ['/mal/10/steg/lagg-ned', '/mal/12/steg/avsluta'],
    controller: ['/organisation/FSK03/avsluta', '/organisation/FSK04/dela', '/organisation/FSK05/sla-ihop', '/styrdokument/6',
        '/styrkortsmallar/4'],
    admin: ['/manniskor/44'],
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

const hasText = (form) => !form.isFile && !isWayOut(form.action) && form.fields.some(({ type }) => ['text', 'textarea'].includes(type));
const isWritten = (form) => hasText(form) && !isEnding(form.action);

// Sends every form of that kind on those pages with the text in every field; what has been refused although it should not.
async function writeEverywhere(who, text, pages = writers, isSent = isWritten) {
    const visitor = await site.visit({ as: who });
    const { page } = visitor;
    const stored = [];
    const refused = [];
    for (const address of pages[who]) {
        await page.goto(address);
        for (const form of (await formsOf(page)).filter(isSent)) {
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
    const waiting = [...Object.values(writers).flat(), ...readers, ...Object.values(enders).flat()];
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

// What is in a file, and what it is called.
const files = {
    '/leverera': [
        (text) => `kod;namn;överordnad\nNY1;${text};GSK13\nNY2;${text};${text}\n${text};${text};GSK13\n`,
        (text) => `mått;enhet;grupp;period;värde\nGSK-4;GSK13;T;2025;80\nGSK-4;GSK13;T;2024;${text}\n${text};${text};${text};${text};${text}\n`,
        (text) => `${text};${text}\n${text};${text}\n`,
    ],
    '/mal/importera': [
        (text) => `Titel;Enhet;Börjar;Slutar;Beskrivning;Ansvarig\n${text};GSK13;${inAMonth};${inAMonth};${text};\n` +
            `${text};${text};${text};${text};${text};${text}\n`,
        (text) => `${text};${text}\n${text};${text}\n`,
    ],
};

test('what a file holds and what it is called is text, before it is stored and after', async () => {
    const visitor = await site.visit({ as: 'controller' });
    const { page } = visitor;
    let stored = 0;
    for (const [address, contents] of Object.entries(files))
        for (const content of contents) {
            const text = () => `"${hostile().replaceAll('"', '""')}"`;
            await page.goto(address);
            await page.locator('main input[type=file]').setInputFiles({
                name: `${scripts[count % scripts.length].replaceAll('/', '∕')}.csv`, mimeType: 'text/csv',
                buffer: Buffer.from(content(text()).replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')),
            });
            const answer = page.waitForResponse((response) => response.request().method() === 'POST');
            await page.locator('main form[enctype="multipart/form-data"] button').click();
            assert.ok([200, 422].includes((await answer).status()), `${(await answer).status()} for ${address}`);
            await page.waitForLoadState();
            await holdsOnlyText(page, `the preview at ${address}`);
            const save = page.locator('main form[action$="/spara"] button');
            if (await save.count() === 0) continue;
            assert.match(await page.locator('main').innerText(), /window\.ran|x\.invalid|hx-get|constructor/, 'it is told of');
            await save.first().click();
            await page.waitForURL((url) => !url.pathname.endsWith('/spara'));
            await holdsOnlyText(page, `what was stored at ${address}`);
            ++stored;
        }
    await page.context().close(); // a refusal is a complaint of the browser's
    assert.ok(stored >= 3, `${stored} files were stored`);
    assert.ok(await walk('admin', 75) > 50);
});

for (const who of Object.keys(enders))
    test(`with what words ${who} ends things is stored`, async () => {
        const { stored, refused } = await writeEverywhere(who, hostile, enders, (form) => hasText(form) && isEnding(form.action));
        assert.deepEqual(refused, []);
        assert.equal(stored.length, enders[who].length);
    });

test('every page of what has been ended shows it as text', async () => {
    assert.ok(await walk('admin', 90) > 50);
});

test('five thousand letters in every field are taken or refused, and every page can still be read', async () => {
    for (const who of Object.keys(writers)) await writeEverywhere(who, () => long);
    assert.ok(await walk('controller', 75) > 50);
});
