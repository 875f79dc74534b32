// What makes pages quicker where there is JavaScript. Everything works without it.
