// What makes pages quicker or kinder; everything works without it.
//
// Drafts: what is typed in a form with data-draft is kept in this browser, for the person who typed it, until the form
// has been sent or the person signs out. Whoever left it half-written is offered it back.

(() => {
    'use strict';

    const words = document.currentScript.dataset; // person, saved, back, away: written by the page
    const longestKept = 14 * 24 * 60 * 60 * 1000; // ms
    const prefix = `draft ${words.person} `;

    const formsToKeep = () => document.querySelectorAll('form[data-draft]');
    const keyOf = (form) => prefix + form.dataset.draft;

    function read(key) {
        try {
            return JSON.parse(localStorage.getItem(key));
        } catch {
            return null;
        }
    }

    function write(key, draft) {
        try {
            localStorage.setItem(key, JSON.stringify(draft));
        } catch {
            // The browser keeps nothing, or is full: the form itself works as ever.
        }
    }

    const keys = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix));

    // The fields that a person fills in: never a password, a file, or what the page itself put there.
    const fieldsOf = (form) => [...form.elements].filter((field) =>
        field.name && !['password', 'file', 'hidden', 'submit', 'button'].includes(field.type));

    const isTicked = (field) => field.type === 'checkbox' || field.type === 'radio';

    const valuesOf = (form) => fieldsOf(form).map((field) =>
        [field.name, isTicked(field) ? field.value : '', isTicked(field) ? field.checked : field.value]);

    function putBack(form, values) {
        for (const [name, choice, value] of values) {
            const field = fieldsOf(form).find((one) => one.name === name && (!isTicked(one) || one.value === choice));
            if (!field) continue;
            if (isTicked(field)) field.checked = value;
            else field.value = value;
            field.dispatchEvent(new Event('change', { bubbles: true }));
        }
    }

    // "i går 14:02"
    function when(time) {
        const language = document.documentElement.lang;
        const midnight = (moment) => new Date(moment).setHours(0, 0, 0, 0);
        const days = Math.round((midnight(time) - midnight(Date.now())) / 86_400_000);
        const day = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day');
        return `${day} ${new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(time)}`;
    }

    function button(text, onPress) {
        const made = document.createElement('button');
        made.type = 'button';
        made.className = 'btn quiet';
        made.textContent = text;
        made.addEventListener('click', onPress);
        return made;
    }

    function offer(form, draft) {
        const notice = document.createElement('div');
        notice.className = 'notice draft';
        notice.setAttribute('role', 'status');
        const sentence = document.createElement('p');
        sentence.textContent = words.saved.replace('{0}', when(draft.time));
        notice.append(
            sentence,
            button(words.back, () => {
                putBack(form, draft.values);
                notice.remove();
                fieldsOf(form)[0]?.focus();
            }),
            button(words.away, () => {
                localStorage.removeItem(keyOf(form));
                notice.remove();
            }),
        );
        form.before(notice);
    }

    const [navigation] = performance.getEntriesByType('navigation');
    const isRefused = (navigation?.responseStatus ?? 200) >= 400;

    // What was sent is forgotten once a page came back that says nothing is wrong.
    function forgetWhatWasSent() {
        for (const key of keys()) {
            const draft = read(key);
            if (!draft || Date.now() - draft.time > longestKept || (draft.isSent && !isRefused)) localStorage.removeItem(key);
            else if (draft.isSent) write(key, { ...draft, isSent: false });
        }
    }

    if (!words.person) return; // nobody is signed in: nothing is kept, and nothing shown

    forgetWhatWasSent();
    for (const form of isRefused ? [] : formsToKeep()) { // one that was refused holds what was typed already
        const draft = read(keyOf(form));
        if (draft && JSON.stringify(draft.values) !== JSON.stringify(valuesOf(form))) offer(form, draft);
    }

    document.addEventListener('input', ({ target }) => {
        const form = target.closest?.('form[data-draft]');
        if (form) write(keyOf(form), { time: Date.now(), values: valuesOf(form), isSent: false });
    });

    document.addEventListener('submit', ({ target: form }) => {
        if (form.dataset.draft && read(keyOf(form))) write(keyOf(form), { ...read(keyOf(form)), isSent: true });
        if (new URL(form.action).pathname.startsWith('/logga-ut')) keys().forEach((key) => localStorage.removeItem(key));
    });
})();
