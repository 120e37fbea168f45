package com.footstone.audit.dev.shop;

import javax.sql.DataSource;

import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;

import com.footstone.audit.dev.shop.entity.Customer;
import com.footstone.audit.dev.shop.entity.Order;
import com.footstone.audit.dev.shop.entity.OrderLine;
import com.footstone.audit.dev.shop.entity.Product;
import com.footstone.audit.dev.shop.entity.Stock;

/** How Hibernate is set up: as applications usually do, with JDBC batches. */
final class Mapping {

    private static final int BATCH_SIZE = 25;

    private Mapping() {}

    static SessionFactory open(DataSource dataSource) {
        Configuration configuration = new Configuration()
                .addAnnotatedClass(Customer.class)
                .addAnnotatedClass(Product.class)
                .addAnnotatedClass(Stock.class)
                .addAnnotatedClass(Order.class)
                .addAnnotatedClass(OrderLine.class)
                .setPhysicalNamingStrategy(new CamelCaseToUnderscoresNamingStrategy())
                // Named here, so that Hibernate has nothing to ask the database before the shop opens.
                .setProperty(AvailableSettings.ALLOW_METADATA_ON_BOOT, false)
                .setProperty(AvailableSettings.JAKARTA_HBM2DDL_DB_NAME, "PostgreSQL")
                .setProperty(AvailableSettings.JAKARTA_HBM2DDL_DB_MAJOR_VERSION, "18")
                .setProperty(AvailableSettings.STATEMENT_BATCH_SIZE, BATCH_SIZE)
                .setProperty(AvailableSettings.ORDER_INSERTS, true)
                .setProperty(AvailableSettings.ORDER_UPDATES, true);
        configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, dataSource);
        return configuration.buildSessionFactory();
    }
}
