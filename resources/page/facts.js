// What the page knows beforehand: whose it is, the keys on it, words, tables of codes. Put in when it is made.

const DATA = JSON.parse(document.getElementById("data").textContent);
