package com.footstone.audit.dev.shop.work;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.hibernate.LockMode;
import org.hibernate.Session;

import com.footstone.audit.dev.shop.entity.Customer;
import com.footstone.audit.dev.shop.entity.Order;
import com.footstone.audit.dev.shop.entity.Product;
import com.footstone.audit.dev.shop.entity.Stock;

/** A customer orders 5 to 15 products, through Hibernate. One order in a hundred names no product of the shop's and is refused. */
final class NewOrder implements Task {

    private static final int NO_PRODUCT = -1;

    @Override
    public String label() {
        return "new-order";
    }

    @Override
    public void perform(Desk desk) {
        long customer = desk.anyCustomer();
        Set<Integer> wanted = wantedProducts(desk);
        Instant now = desk.now().toInstant();
        try {
            desk.hibernate(session -> place(session, desk, customer, wanted, now));
        } catch (OrderRefusedException e) {
            // Rolled back, as it should be.
        }
    }

    private static Set<Integer> wantedProducts(Desk desk) {
        int products = 5 + desk.random().nextInt(11);
        Set<Integer> wanted = new TreeSet<>();
        while (wanted.size() < products) {
            wanted.add(desk.anyProduct());
        }
        if (desk.random().nextInt(100) == 0) {
            wanted.add(NO_PRODUCT);
        }
        return wanted;
    }

    private static void place(Session session, Desk desk, long customerId, Set<Integer> wanted, Instant now) {
        Request.statement("CustomerRepository.findById");
        Customer customer = session.find(Customer.class, customerId);
        Request.statement("ProductRepository.findByIds");
        List<Product> products = session.createSelectionQuery(
                        "from Product p where p.id in (:ids) order by p.id", Product.class)
                .setParameterList("ids", wanted)
                .getResultList();
        if (products.size() < wanted.size()) {
            throw new OrderRefusedException();
        }
        Map<Integer, Stock> shelves = shelves(session, desk.warehouse(), wanted);
        Order order = new Order(customer, now);
        for (Product product : products) {
            int pieces = 1 + desk.random().nextInt(10);
            shelves.get(product.id()).take(pieces);
            order.add(product, pieces);
        }
        Request.statement("OrderRepository.save");
        session.persist(order);
    }

    private static Map<Integer, Stock> shelves(Session session, int warehouse, Set<Integer> products) {
        Request.statement("StockRepository.lockByProducts");
        return session
                .createSelectionQuery(
                        "from Stock s where s.warehouseId = :warehouse and s.productId in (:ids) order by s.id",
                        Stock.class)
                .setParameter("warehouse", warehouse)
                .setParameterList("ids", products)
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(Stock::productId, Function.identity()));
    }

    private static final class OrderRefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OrderRefusedException() {
            super("The order names a product that the shop does not have");
        }
    }
}
