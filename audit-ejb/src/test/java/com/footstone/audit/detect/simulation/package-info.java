/**
 * Weeks in the life of a company, made up, and what the detectors say of them: how often they cry wolf where nothing is wrong,
 * and whether they find what was planted. Only the stores are left out; sums and memories are made of what happens.
 */
package com.footstone.audit.detect.simulation;
