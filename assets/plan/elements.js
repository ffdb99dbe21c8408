// @ts-check
'use strict';

// The page's script is these files, one after the other, as one module: plan-html.ts names their order.

/** @typedef {import('../../src/report/plan-html/data').PlanData} PlanData */
/** @typedef {import('../../src/report/plan-html/data').ClassData} ClassData */

/**
 * Texts become text, never markup: the report says what others wrote.
 * @param {string} name
 * @param {Readonly<Record<string, string>>} attributes
 * @param {readonly (Node | string)[]} children
 */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

/**
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 */
function byId(id, type) {
  const found = document.getElementById(id);
  if (!(found instanceof type)) {
    throw new Error(`the page has no ${id}`);
  }
  return found;
}

/**
 * @param {number} number
 * @param {number} least
 * @param {number} most
 */
function between(number, least, most) {
  return Math.max(least, Math.min(number, most));
}
