package com.footstone.audit.checking;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** All rules that there are: those of the product, which are beans, and those that an operator added. */
@ApplicationScoped
public class RuleBook {

    @Inject
    @Any
    Instance<Rule> beans;

    @Inject
    @Any
    Instance<RuleSource> sources;

    /** The rules, whether switched on or not. */
    public List<Rule> rules() {
        return Stream.concat(beans.stream(), sources.stream().flatMap(source -> source.rules().stream()))
                .toList();
    }
}
