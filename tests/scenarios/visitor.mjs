// Someone who visits the pages without a browser: keeps cookies, and fills in forms as they stand on the page.

import { rodtrad } from './program.mjs';

const unescaped = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'").replaceAll('&amp;', '&');

export class Visitor {
    #url;
    #cookies = new Map();

    constructor(url) {
        this.#url = url;
    }

    async #ask(address, options = {}) {
        const answer = await fetch(new URL(address, this.#url), {
            redirect: 'manual',
            ...options,
            headers: { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '), ...options.headers },
        });
        for (const cookie of answer.headers.getSetCookie()) {
            const [, name, value] = cookie.match(/^([^=]+)=([^;]*)/);
            this.#cookies.set(name, value);
        }
        return { status: answer.status, to: answer.headers.get('location'), type: answer.headers.get('content-type'), headers: answer.headers, text: await answer.text() };
    }

    get(address, headers = {}) {
        return this.#ask(address, { headers });
    }

    // Posts to an address what the form that stands on `page` would: with the secret of the session.
    async send(page, address, values) {
        const { text } = await this.get(page);
        const secret = text.match(/name="_csrf" value="([^"]*)"/);
        if (!secret) throw new Error(`there is no form on ${page}:\n${text}`);
        return this.#ask(address, {
            method: 'POST',
            headers: { origin: this.#url },
            body: new URLSearchParams({ _csrf: unescaped(secret[1]), ...values }),
        });
    }
}

// Adds a person, who can come in by a one-time link: its path.
export function personAdded({ data, user, name = user, role, unit = '', email = '', language = 'sv' }) {
    const said = rodtrad('--data', data, '--language', language, 'user', 'add', user, '--name', name, '--role', role,
        ...(unit === '' ? [] : ['--unit', unit]), ...(email === '' ? [] : ['--email', email]), '--one-time-link');
    return new URL(said.match(/https?:\/\/\S+/)[0]).pathname;
}

export async function signedIn(url, link) {
    const visitor = new Visitor(url);
    const answer = await visitor.send(link, link, { new_password: 'en hemlighet som är lång' });
    if (answer.status !== 303) throw new Error(`one does not come in: ${answer.status}\n${answer.text}`);
    return visitor;
}
