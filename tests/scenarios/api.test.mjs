// Every page as JSON: each address of the OpenAPI document is asked, and what it answers is what the document says.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';

import { copyOf, exampleOrganisation, project, rodtrad, run, serve } from './program.mjs';
import { Visitor, personAdded } from './visitor.mjs';

const document = JSON.parse(rodtrad('openapi'));
const json = { accept: 'application/json' };

const ajv = new Ajv({
    allErrors: true,
    formats: {
        date: /^\d{4}-\d\d-\d\d$/,
        'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
        'uri-reference': /^[/#][!-~]*$/,
    },
});
ajv.addVocabulary(['components']);
const compiled = (schema) => ajv.compile({ components: document.components, ...schema });
const schemaOf = (pattern) => compiled(document.paths[pattern].get.responses['200'].content['application/json'].schema);
const errorSchema = compiled(document.components.responses.error.content['application/json'].schema);

function assertValid(validate, answer, what) {
    assert.ok(validate(answer), `${what}: ${ajv.errorsText(validate.errors)}`);
}

let site;
let visitor; // an administrator, who may do all that the others may
let oneTimeLink;

async function signIn(userName) {
    const newcomer = new Visitor(site.url);
    const { text } = await newcomer.get('/logga-in');
    const password = text.match(/name="password" value="([^"]+)"/)[1];
    const { status } = await newcomer.send('/logga-in', '/logga-in', { user_name: userName, password });
    assert.equal(status, 303);
    return newcomer;
}

// What an address answers as JSON, asked as a program does.
async function ask(who, address) {
    const answer = await who.get(address, json);
    assert.equal(answer.type, 'application/json', `${answer.status} for ${address}: ${answer.text.slice(0, 200)}`);
    return { status: answer.status, body: JSON.parse(answer.text) };
}

before(async () => {
    const data = copyOf(exampleOrganisation());
    oneTimeLink = personAdded({ data, user: 'nykomling', role: 'reader' });
    site = await serve(data);
    visitor = await signIn('admin');
});
after(() => site?.stop());

// Real values for what stands in the braces: found on the pages, as a program would find them.
async function someValues() {
    const page = async (address) => (await ask(visitor, address)).body;
    const measure = (await page('/matt')).letters[0].measures[0].measure.url.split('/');
    const goals = [];
    for (let at = 1, pages = 1; at <= pages; ++at) {
        const list = await page(`/mal?sida=${at}&visa=alla`);
        ({ pages } = list);
        for (const row of list.rows) goals.push(await page(row.address));
    }
    const goalWith = (parts) => {
        const found = goals.find((goal) => parts(goal).length > 0);
        return { goal: found.goal.id, id: parts(found)[0].id };
    };
    const behaviour = goalWith(({ dialogue }) => dialogue.behaviours.everyone);
    const activity = goalWith(({ dialogue }) => dialogue.activities);
    const checkIn = goalWith(({ dialogue }) => dialogue.check_ins);
    const proposal = goalWith(({ dialogue }) => dialogue.proposals);
    const keyResult = goalWith(({ key_results: results }) => results.map(({ key_result: one }) => one));
    const goal = goals[0].goal.id;

    const said = await visitor.send(`/mal/${goal}/kommentarer`, `/mal/${goal}/kommentarer`, { about: 'goal', subject: '0', text: 'Det går bra.' });
    assert.equal(said.status, 303);
    const own = (await page(`/mal/${goal}`)).dialogue.comments.find((comment) => comment.is_mine);
    const toldOn = goals.find(({ dialogue }) => dialogue.may_check_in).goal.id;
    const told = await visitor.send(`/mal/${toldOn}/stam-av`, `/mal/${toldOn}/stam-av`, { progress: 'Det går framåt.', confidence: '4' });
    assert.equal(told.status, 303);
    const ownCheckIn = told.to.split('/').at(-1);

    const { cards } = await page('/styrkortsmallar');
    const [{ id: card }] = cards[0].editions;
    const [{ id: nextEdition }] = cards.map(({ editions }) => editions).find((editions) => editions.length > 1);
    const template = await page(`/styrkortsmallar/${card}`);
    const { text } = await visitor.send('/att-gora/kalender', '/att-gora/kalender', {});
    return {
        usual: {
            measure: measure[2], unit: measure[3], goal, card,
            person: (await page('/manniskor')).people[0].id,
            document: (await page('/enhet/LH/styrdokument')).sections.flatMap(({ documents }) => documents)[0].id,
            factor: template.perspectives.flatMap(({ factors }) => factors)[0].id,
            delivery: (await page('/leverera')).rows[0].id,
            step: 'avsluta', kind: 'mal-utan-ansvarig', name: (await visitor.get('/om')).text.match(/\/assets\/([^"]+\.css)/)[1],
        },
        '/mal/{goal}/beteenden/{behaviour}': { goal: behaviour.goal, behaviour: behaviour.id },
        '/mal/{goal}/aktiviteter/{activity}': { goal: activity.goal, activity: activity.id },
        '/mal/{goal}/avstamningar/{check_in}': { goal: checkIn.goal, check_in: checkIn.id },
        '/mal/{goal}/avstamningar/{check_in}/ratta': { goal: toldOn, check_in: ownCheckIn },
        '/mal/{goal}/forslag/{proposal}': { goal: proposal.goal, proposal: proposal.id },
        '/mal/{goal}/kommentarer/{comment}': { goal, comment: own.id },
        '/mal/{goal}/nyckelresultat/{key_result}': { goal: keyResult.goal, key_result: keyResult.id },
        '/mal/{goal}/nyckelresultat/{key_result}/ta-bort': { goal: keyResult.goal, key_result: keyResult.id },
        '/styrkortsmallar/{card}/jamfor': { card: nextEdition },
        '/kalender/{secret}.ics': { secret: text.match(/\/kalender\/([^"<]+)\.ics/)[1] },
        '/engangslank/{secret}': { secret: oneTimeLink.split('/').at(-1) },
    };
}

test('the document in docs/api is what the program prints', () => {
    assert.equal(fs.readFileSync(path.join(project, 'docs/api/openapi.json'), 'utf8'), rodtrad('openapi'),
        'write it anew: build/release/rodtrad openapi > docs/api/openapi.json');
    assert.equal(run('openapi', 'more').code, 2);
});

test('every address answers what the document says of it, and nothing more', async () => {
    const values = await someValues();
    const stranger = new Visitor(site.url);
    const wrong = [];
    let pages = 0;
    for (const [pattern, { get: described }] of Object.entries(document.paths)) {
        const of = { ...values.usual, ...values[pattern] };
        const address = pattern.replaceAll(/\{(\w+)\}/g, (_, name) => {
            assert.ok(of[name] !== undefined, `no value for ${name} in ${pattern}`);
            return encodeURIComponent(of[name]);
        });
        const content = described.responses['200']?.content ?? {};
        const isForStrangers = described.security?.length === 0;
        const answer = await (isForStrangers ? stranger : visitor).get(address, json);
        if (answer.status === 303) {
            if (!['/', '/enhet', '/kom-igang', '/enhet/{unit}/styrdokument/ny'].includes(pattern)) wrong.push(`${address} leads to ${answer.to}`);
        } else if (answer.status !== 200) {
            wrong.push(`${answer.status} for ${address}: ${answer.text.slice(0, 200)}`);
        } else if (content['application/json']) {
            const validate = schemaOf(pattern);
            if (!validate(JSON.parse(answer.text))) wrong.push(`${address}: ${ajv.errorsText(validate.errors).slice(0, 500)}`);
            pages += 1;
        } else if (!Object.keys(content).some((type) => type === '*/*' || answer.type.startsWith(type))) {
            wrong.push(`${address} is ${answer.type}`);
        }
    }
    assert.deepEqual(wrong, []);
    assert.ok(pages > 50, `${pages} pages`);
});

test('what a page can be asked, its JSON can be asked', async () => {
    const { body: found } = await ask(visitor, '/sok?q=norr');
    assert.ok(found.units_found + found.measures_found > 0);
    for (const [pattern, address] of [
        ['/enhet/{unit}/styrdokument/ny', '/enhet/LH/styrdokument/ny?slag=strategi'],
        ['/avvikelser', '/avvikelser?riktning=battre'],
        ['/styrkort', '/styrkort?verksamhet=f%C3%B6rskola'],
        ['/jamfor', '/jamfor?matt=GSK-2&matt=GSK-4&enhet=GSK13&enhet=GSK21'],
        ['/jamfor', '/jamfor?matt=GSK-2&enhet=GSK13&med=alla'],
        ['/rad', '/rad?sida=1'],
        ['/enhet/{unit}', '/enhet/GSK13'],
        ['/mal/ny', '/mal/ny?enhet=GSK13'],
        ['/rod-trad/{unit}', '/rod-trad/GSK13'],
    ]) {
        const answer = await visitor.get(address, json);
        assert.equal(answer.status, 200, `${address}: ${answer.text.slice(0, 200)}`);
        assertValid(schemaOf(pattern), JSON.parse(answer.text), address);
    }
});

test('the schema notices what is missing and what is too much', () => {
    const about = compiled({ $ref: '#/components/schemas/view.pages.AboutView' });
    assert.ok(about({ organisation: 'A', version: '1' }));
    assert.ok(!about({ organisation: 'A' }));
    assert.ok(!about({ organisation: 'A', version: '1', secret: 'x' }));
    assert.ok(!about({ organisation: null, version: '1' }));
});

test('who asks for a page gets the page, and who asks for JSON gets that, and a cache can tell them apart', async () => {
    const asked = async (accept, address = '/om', headers = {}) => visitor.get(address, { accept, ...headers });
    for (const accept of ['text/html,application/xhtml+xml,*/*;q=0.8', '*/*', 'text/html, application/json', 'application/json;q=0.1, text/html;q=0.2', 'application/json;q=0'])
        assert.match((await asked(accept)).type, /^text\/html/, accept);
    for (const accept of ['application/json', 'application/json, text/plain, */*', 'text/html;q=0.5, application/json', 'Application/JSON;q=0.3'])
        assert.equal((await asked(accept)).type, 'application/json', accept);
    assert.equal((await asked('text/html', '/om?format=json')).type, 'application/json');

    const page = await asked('text/html');
    const data = await asked('application/json');
    assert.match(data.headers.get('vary'), /\bAccept,/);
    assert.notEqual(page.headers.get('etag'), data.headers.get('etag'));
    assert.equal((await asked('application/json', '/om', { 'if-none-match': data.headers.get('etag') })).status, 304);
    assert.equal((await asked('application/json', '/om', { 'if-none-match': page.headers.get('etag') })).status, 200);
});

test('what cannot be answered says why, as JSON', async () => {
    const stranger = new Visitor(site.url);
    const reader = await signIn('revisor');
    const error = async (who, address, status) => {
        const answer = await ask(who, address);
        assert.equal(answer.status, status, address);
        assertValid(errorSchema, answer.body, address);
        assert.equal(answer.body.error.status, status);
        assert.ok(answer.body.error.message.length > 5);
    };
    await error(stranger, '/mal', 401);
    await error(stranger, '/matt/GSK-2/GSK13', 401);
    await error(reader, '/granskning', 403);
    await error(reader, '/mal/ny', 403);
    await error(visitor, '/mal/999999', 404);
    await error(visitor, '/enhet/FINNS-INTE', 404);
    await error(visitor, '/finns-inte', 404);
    await error(stranger, '/engangslank/finns-inte', 410);
    const posted = await fetch(new URL('/om', site.url), { method: 'POST', headers: { ...json, origin: site.url } });
    assert.equal(posted.status, 405);
    assertValid(errorSchema, await posted.json(), 'POST /om');
});

test('what is private stays so', async () => {
    const goal = (await ask(visitor, '/mal')).body.rows[0].goal;
    await visitor.send(`/mal/${goal}/anteckning`, `/mal/${goal}/anteckning`, { text: 'bara för mig' });
    assert.match((await visitor.get(`/mal/${goal}/anteckning`, json)).text, /bara för mig/);
    const other = await signIn('controller');
    for (const address of [`/mal/${goal}`, `/mal/${goal}/anteckning`])
        assert.doesNotMatch((await other.get(address, json)).text, /bara för mig/);
    const person = (await ask(other, '/manniskor')).body.people[0].id;
    assert.doesNotMatch((await other.get(`/manniskor/${person}`, json)).text, /@|user_name/);
    assert.doesNotMatch((await new Visitor(site.url).get('/logga-in', json)).text, /password/);
});
