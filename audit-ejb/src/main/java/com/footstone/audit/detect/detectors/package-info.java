/** The detectors of the product, each with a page of its name under {@code docs/detectors}. */
package com.footstone.audit.detect.detectors;
