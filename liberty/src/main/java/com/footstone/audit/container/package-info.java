/**
 * What an image without a shell needs to be started and to be asked from inside. Goes into the image as a jar of its own and needs only the
 * JDK; what the service does is not here.
 */
package com.footstone.audit.container;
