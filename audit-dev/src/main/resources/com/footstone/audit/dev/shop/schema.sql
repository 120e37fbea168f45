-- The shop's tables and routines. Installed once, in one transaction.

create table warehouse (
    id integer primary key,
    name text not null,
    year_to_date numeric(14, 2) not null
);

create table customer (
    id bigint primary key,
    warehouse_id integer not null references warehouse,
    first_name text not null,
    last_name text not null,
    email text not null unique,
    balance numeric(14, 2) not null
);
create index customer_by_last_name on customer (warehouse_id, last_name, first_name);

create table product (
    id integer primary key,
    sku text not null unique,
    name text not null,
    price numeric(10, 2) not null
);

create table stock (
    id bigint primary key,
    warehouse_id integer not null references warehouse,
    product_id integer not null references product,
    quantity integer not null,
    unique (warehouse_id, product_id)
);

-- Keys come in blocks, as the mapping of Order and OrderLine expects; the data that is installed stays below them.
create sequence orders_seq start with 100001 increment by 50;
create sequence order_line_seq start with 100001 increment by 100;

create table orders (
    id bigint primary key,
    warehouse_id integer not null references warehouse,
    customer_id bigint not null references customer,
    placed_at timestamptz not null,
    delivered_at timestamptz
);
create index orders_undelivered on orders (warehouse_id, id) where delivered_at is null;
create index orders_by_warehouse on orders (warehouse_id, id);
create index orders_by_customer on orders (customer_id, id);

create table order_line (
    id bigint primary key,
    order_id bigint not null references orders,
    line_number integer not null,
    product_id integer not null references product,
    quantity integer not null,
    amount numeric(12, 2) not null,
    unique (order_id, line_number)
);

create table payment (
    id bigint generated always as identity primary key,
    customer_id bigint not null references customer,
    amount numeric(12, 2) not null,
    paid_at timestamptz not null
);

-- Which product pages were looked at: the big table, and one that only accidents change.
create table product_view (
    id bigint primary key,
    customer_id bigint not null references customer,
    product_id integer not null references product,
    device text not null,
    viewed_at timestamptz not null,
    seconds_viewed integer not null,
    times_counted integer not null default 0
);

create table basket_item (
    customer_id bigint not null references customer,
    product_id integer not null references product,
    times_put integer not null default 1,
    primary key (customer_id, product_id)
);

-- Who gets the newsletter: a side table that accidents empty and fill again.
create table newsletter (
    customer_id bigint primary key references customer,
    letters_sent integer not null default 0
);

create table daily_sales (
    warehouse_id integer not null references warehouse,
    product_id integer not null references product,
    quantity bigint not null,
    primary key (warehouse_id, product_id)
);

create function order_total(wanted_order bigint) returns numeric language sql stable as $$
    select coalesce(sum(amount), 0) from order_line where order_id = wanted_order
$$;

create procedure restock(wanted_warehouse integer, wanted_product integer, delivered integer) language sql as $$
    update stock set quantity = quantity + delivered
    where warehouse_id = wanted_warehouse and product_id = wanted_product
$$;

-- Stands for the heavy computation that every real schema has somewhere; it takes the time it is told to.
create function stock_forecast(effort_seconds double precision)
    returns table (forecast_product integer, expected_demand bigint) language plpgsql as $$
begin
    perform pg_sleep(effort_seconds);
    return query
        select product_id, count(*) from product_view group by product_id order by count(*) desc, product_id limit 10;
end
$$;
