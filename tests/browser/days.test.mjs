// Everyone who works with goals, through their day. What is done here needs no JavaScript. The day of the controller, who
// makes a card and gives it to all preschools, is in scorecards.test.mjs.

import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { freshFolder } from '../scenarios/program.mjs';
import { on, openSite } from './site.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const plain = { javaScript: false };
const field = (page, name) => page.locator(`main [name="${name}"]`);
const button = (page, name) => page.locator('main').getByRole('button', { name, exact: true });
const mainText = (page) => page.locator('main').innerText();
const pathOf = (page) => new URL(page.url()).pathname;

async function fill(page, values) {
    for (const [name, value] of Object.entries(values)) await field(page, name).fill(value);
}

test('an administrator sets up a small organisation from nothing', async () => {
    const empty = await openSite(path.join(freshFolder(), 'data'));
    try {
        const wayIn = new URL(await empty.heard(/http:\S+\/kom-igang\?kod=\S+/));
        const administrator = await empty.visit({ ...plain, as: null });
        const { page } = administrator;
        await administrator.go(wayIn.pathname + wayIn.search);
        await fill(page, { organisation: 'Lilla kommunen', name: 'Ada Ström', user_name: 'ada',
            new_password: 'en hemlighet som är lång' });
        await administrator.send(() => button(page, 'Börja').click());
        assert.equal(pathOf(page), '/att-gora');

        for (const unit of [{ name: 'Förskolorna', parent: 'Lilla kommunen' }, { name: 'Björkens förskola', parent: 'Förskolorna', operation: 'förskola' }]) {
            await administrator.go('/ny-enhet');
            await fill(page, unit);
            await administrator.send(() => button(page, 'Lägg till enheten').click());
            assert.match(await mainText(page), new RegExp(unit.name));
        }
        await administrator.go('/organisation');
        assert.match(await mainText(page), /Lilla kommunen[^]*Förskolorna[^]*Björkens förskola/);

        await administrator.go('/manniskor/ny');
        await fill(page, { name: 'Bo Ek', user_name: 'bo' });
        await administrator.send(() => button(page, 'Lägg till').click());
        const person = pathOf(page);
        await administrator.send(() => button(page, 'Skapa en engångslänk').click());
        const link = new URL(await page.locator('.one-time-link code').innerText()).pathname;
        await page.locator('details:has(form[action$="/roller"]) > summary').click();
        await page.locator('[name=role][value=manager]').check();
        await fill(page, { role_unit: 'Björkens förskola' });
        await administrator.send(() => button(page, 'Ge rollen').click());
        assert.equal(pathOf(page), person);
        assert.match(await mainText(page), /Chef[^]*Björkens förskola/);

        // The person comes in by the link, once, and may do what the role is for.
        const manager = await empty.visit({ ...plain, as: null });
        await manager.go(link);
        await fill(manager.page, { new_password: 'en annan hemlighet, också lång' });
        await manager.send(() => manager.page.locator('main form button').click());
        assert.equal(pathOf(manager.page), '/att-gora');
        await manager.go('/mal/ny');
        await manager.send(() => button(manager.page, 'Fortsätt').click());
        await fill(manager.page, { title: 'Alla barn är ute varje dag' });
        await manager.send(() => button(manager.page, 'Spara som utkast').click());
        assert.equal(await on.heading(manager.page).innerText(), 'Alla barn är ute varje dag');
        await manager.leave();

        const other = await empty.visit({ ...plain, as: null });
        await other.go(link, 410);
        await other.leave();
        await administrator.leave();
    } finally {
        await empty.close();
    }
});

test('a manager proposes a goal, adopts it, adjusts it, pauses it, resumes it and closes it', async () => {
    const visitor = await site.visit({ ...plain, as: 'rektor' });
    const { page } = visitor;
    const take = async (step, values = {}) => {
        await visitor.send(() => page.locator(`main a[href$="/steg/${step}"]`).click());
        await fill(page, values);
        await visitor.send(() => page.locator('main form button').click());
        return mainText(page);
    };

    await visitor.go('/mal/ny?enhet=GSK13');
    await fill(page, { title: 'Alla elever läser en bok i månaden', description: 'Läslust börjar med tid.' });
    await field(page, 'cycle').selectOption(`${new Date().getFullYear()}`); // one that has begun can be paused
    await visitor.send(() => button(page, 'Spara som utkast').click());
    const goal = pathOf(page);

    assert.match(await take('foresla'), /föreslaget/);
    assert.match(await take('anta', { reason: 'Vi enades den 3 mars.' }), /antaget/);

    // What is adjusted needs a reason, and the old wording can still be read.
    await visitor.go(`${goal}/redigera`);
    await fill(page, { title: 'Alla elever läser två böcker i månaden', reason: 'En bok gick lättare än vi trodde.' });
    await visitor.send(() => button(page, 'Spara').click());
    assert.equal(await on.heading(page).innerText(), 'Alla elever läser två böcker i månaden');
    const adjusted = await page.locator('main').textContent();
    assert.match(adjusted, /Alla elever läser en bok i månaden/);
    assert.match(adjusted, /En bok gick lättare än vi trodde\./);

    const paused = await take('pausa', { reason: 'Biblioteket byggs om.' });
    assert.match(paused, /pausat/);
    assert.match(await page.locator('main').textContent(), /Biblioteket byggs om\./);
    assert.match(await take('ateruppta'), /återupptaget/);

    await visitor.send(() => page.locator('main a[href$="/steg/avsluta"]').click());
    await field(page, 'verdict').and(page.locator('[value=partly]')).check();
    await fill(page, { reflection: 'Högläsning efter lunch gjorde skillnaden.' });
    await visitor.send(() => page.locator('main form button').click());
    const closed = await page.locator('main').textContent();
    assert.match(closed, /delvis uppnått/i);
    assert.match(closed, /Högläsning efter lunch gjorde skillnaden\./);
    for (const kept of ['Alla elever läser en bok i månaden', 'Biblioteket byggs om.', 'Vi enades den 3 mars.'])
        assert.ok(closed.includes(kept), `${kept} can still be read`);
    assert.equal(await page.locator('main a[href*="/steg/pausa"], main a[href$="/redigera"]').count(), 0);
    await visitor.leave();
});

test('a team member proposes a behaviour and checks in; the manager reads, answers, and is read', async () => {
    const member = await site.visit({ ...plain, as: 'larare' });
    await member.go('/mal/11');
    await member.send(() => member.page.locator('main a[href="/mal/11/forslag"]').click());
    await field(member.page, 'kind').selectOption('behaviour');
    await fill(member.page, { text: 'Vi hälsar på varje elev vid dörren' });
    await member.send(() => button(member.page, 'Föreslå').click());
    const proposal = pathOf(member.page);

    await member.go('/att-gora');
    await member.send(() => member.page.locator('main a[href="/mal/11/stam-av"]').click());
    await fill(member.page, { progress: 'Klasslistan gås igenom varje måndag.', obstacle: 'Två är sjuka.' });
    await field(member.page, 'confidence').and(member.page.locator('[value="4"]')).check();
    await member.send(() => button(member.page, 'Spara avstämningen').click());
    await member.go('/att-gora');
    assert.equal(await member.page.locator('main a[href="/mal/11/stam-av"]').count(), 0, 'it is done');

    const manager = await site.visit({ ...plain, as: 'rektor' });
    const { page } = manager;
    const waiting = async () => page.locator('main a[href*="/mal/11/avstamningar/"]');
    await manager.go('/att-gora');
    assert.equal(await page.locator(`main a[href="${proposal}"]`).count(), 1, 'the proposal waits for its answer');
    for (let left = await (await waiting()).count(); left > 0; --left) {
        await manager.send(async () => (await waiting()).first().click());
        const isNew = (await mainText(page)).includes('Klasslistan gås igenom varje måndag.');
        if (isNew) {
            await fill(page, { text: 'Säg till om ni behöver en vikarie.' });
            await manager.send(() => button(page, 'Skicka svaret').click());
            assert.match(await mainText(page), /Säg till om ni behöver en vikarie\./);
            await manager.go('/att-gora');
            await manager.send(async () => (await waiting()).first().click());
        }
        await manager.send(() => button(page, 'Jag har läst').click());
        await manager.go('/att-gora');
    }
    assert.equal(await (await waiting()).count(), 0, 'nothing is left to read');

    await manager.go(proposal);
    await field(page, 'state').and(page.locator('[value=accepted]')).check();
    await fill(page, { answer: 'Ja, från och med på måndag.' });
    await manager.send(() => button(page, 'Skicka svaret').click());
    await manager.leave();

    await member.go(proposal);
    assert.match(await mainText(member.page), /Ja, från och med på måndag\./);
    await member.go('/mal/11/avstamningar');
    await member.send(() => member.page.locator('main a[href*="/mal/11/avstamningar/"]').first().click());
    assert.match(await mainText(member.page), /Anna Ek[^]*Säg till om ni behöver en vikarie\./);
    await member.leave();
});

test("a politician reads the board's goals on one page, one click from home", async () => {
    const visitor = await site.visit({ ...plain, as: 'bun.ordf' });
    const { page } = visitor;
    await visitor.go('/');
    const own = await page.locator('.goal-lines a').allInnerTexts();
    assert.ok(own.length > 0, "the board's goals stand on its chair's first page");
    assert.equal(await page.locator('.goal-lines > li:has(.tag)').count(), own.length, 'each with how it stands');
    await visitor.send(() => page.locator('main a[href="/mal?enhet=BUN"]').click());
    const all = await page.locator('.goal-rows .goal-title').allInnerTexts();

    await visitor.go('/mal?enhet=BUN&niva=politisk');
    assert.deepEqual((await page.locator('.goal-rows .goal-title').allInnerTexts()).sort(), own.sort());
    assert.ok(all.length > own.length, 'the goals of those below are one click away too');
    for (const row of await page.locator('.goal-rows > li').all()) {
        assert.ok(await row.locator('.tag').count() > 0, 'how it stands');
        assert.match(await row.locator('.of').innerText(), /Barn- och utbildningsnämnden · [^·]+ · [^·]+ · \d av \d/);
    }
    assert.equal(await page.locator('main form[method=post]').count(), 0);
    await visitor.leave();
});

test('a controller explains a figure', async () => {
    const visitor = await site.visit({ ...plain, as: 'controller' });
    const { page } = visitor;
    await visitor.go('/avvikelser');
    await visitor.send(() => on.cards(page).first().locator('h3 a').click());
    const measure = pathOf(page);
    await page.locator('#say > summary').click();
    await page.locator('#say [name=text]').fill('Två avdelningar slogs ihop.');
    await visitor.send(() => page.locator('#say button').click());
    assert.equal(pathOf(page), measure);
    assert.match(await mainText(page), /Två avdelningar slogs ihop\./);
    await visitor.leave();
});

// What whoever may do most is offered on these pages: the addresses of their forms, and of the pages of forms.
const offered = ['/att-gora', '/mal', '/mal/11', '/mal/11/redigera', '/mal/11/steg/pausa', '/mal/11/steg/avsluta',
    '/mal/11/stam-av', '/mal/11/forslag', '/mal/11/beteenden', '/mal/11/bedom', '/mal/11/aktiviteter', '/mal/11/nyckelresultat',
    '/mal/11/anteckning', '/mal/ny?enhet=GSK13', '/ny-enhet', '/organisation/FSK01/flytta', '/organisation/FSK01/avsluta',
    '/enhet/LH/styrdokument/ny?slag=strategi', '/enhet/LH/beskrivning/andra', '/enhet/LH/perspektiv', '/styrkortsmallar/ny',
    '/styrkortsmallar/1', '/framgangsfaktorer/1', '/installningar/fragor', '/leverera'];
const forWriting = 'main form[method=post]:not([action^="/att-gora/kalender"])';

test('a reader is offered nothing to write with, and refused where it is sent all the same', async () => {
    const controller = await site.visit({ ...plain, as: 'controller' });
    const forms = new Map();
    for (const address of offered) {
        await controller.go(address);
        for (const form of await controller.page.locator(forWriting).all()) {
            const names = await form.locator('[name]').evaluateAll((fields) => fields.map(({ name, value }) => [name, value]));
            forms.set(await form.getAttribute('action'), Object.fromEntries(names));
        }
    }
    assert.ok(forms.size >= 20, `${forms.size} forms`);
    await controller.go('/mal/11');
    const before = await controller.page.locator('main').innerText();

    const reader = await site.visit({ ...plain, as: 'revisor' });
    const { page } = reader;
    await reader.go('/att-gora');
    const secret = await page.locator('[name=_csrf]').first().inputValue();
    for (const [address, values] of forms) {
        const answer = await page.request.post(address, {
            headers: { origin: site.url }, form: { ...values, reason: 'x', _csrf: secret }, maxRedirects: 0,
        });
        assert.equal(answer.status(), 403, address);
    }
    const readable = ['/att-gora', '/mal', '/mal/11', '/mal/11/avstamningar/23', '/mal/11/beteenden/19', '/mal/10/forslag/1',
        '/rod-trad', '/styrkort/FSK01', '/styrkortsmallar/1', '/organisation', '/organisation/FSK01', '/enhet/LH/styrdokument',
        '/enhet/LH/beskrivning', '/enhet/LH/perspektiv', '/manniskor', '/manniskor/7', '/installningar/fragor', '/rad', '/matt/GSK-4/GSK13',
        '/matt/GSK-4/GSK13?bland=alla'];
    for (const address of readable) {
        await reader.go(address);
        assert.equal(await page.locator(forWriting).count(), 0, `a form on ${address}`);
        const writing = await page.locator('main a').evaluateAll((links) => links.map((link) => link.pathname)
            .filter((to) => /\/(ny|redigera|steg|stam-av|forslag|andra|bedom|anteckning|ny-enhet)(\/[a-z-]+)?$/.test(to)));
        assert.deepEqual(writing, [], `on ${address}`);
    }
    await reader.leave();

    await controller.go('/mal/11');
    assert.equal(await controller.page.locator('main').innerText(), before);
    await controller.leave();
});
