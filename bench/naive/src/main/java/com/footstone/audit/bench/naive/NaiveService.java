package com.footstone.audit.bench.naive;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.kafka.annotation.EnableKafka;

/** An audit service as a team would first write it, configured by {@code application.properties}. */
@SpringBootApplication
@EnableKafka
public class NaiveService {

    public static void main(String[] arguments) {
        SpringApplication.run(NaiveService.class, arguments);
    }
}
