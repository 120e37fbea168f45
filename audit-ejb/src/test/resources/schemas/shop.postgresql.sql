--
-- PostgreSQL database dump
--

\restrict aVerySecretWordOfPsql

SET statement_timeout = 0;
SET client_encoding = 'UTF8';
SELECT pg_catalog.set_config('search_path', '', false);

COMMENT ON SCHEMA public IS 'the shop''s';

CREATE FUNCTION public.touch() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  CREATE TABLE public.never (id integer);
  RETURN NEW;
END;
$$;

CREATE TABLE public.customer (
    id bigint NOT NULL,
    email character varying(200) NOT NULL,
    "Full Name" text,
    key text DEFAULT 'a;b'::text,
    iban character varying(34),
    price numeric(10,2) DEFAULT 0.00 NOT NULL,
    tags text[],
    born timestamp with time zone,
    active boolean DEFAULT true,
    CONSTRAINT positive CHECK ((price >= (0)::numeric))
);

ALTER TABLE public.customer OWNER TO shop;

CREATE TABLE public.orders (
    order_id bigint NOT NULL,
    customer_id bigint,
    total numeric(12,2),
    note text
)
PARTITION BY RANGE (order_id);

CREATE TABLE archive.customer (
    id bigint
);

CREATE TABLE public.special_orders (
    reason text
)
INHERITS (public.orders);

CREATE TABLE public.copied AS
 SELECT 1;

CREATE VIEW public.buyer AS
 SELECT c.id,
    lower((c.email)::text) AS mail,
    o.total
   FROM (public.customer c
     JOIN public.orders o ON ((o.customer_id = c.id)));

CREATE VIEW public.top_buyer WITH (security_barrier='true') AS
 WITH best AS (
         SELECT buyer.mail,
            sum(buyer.total) AS spent
           FROM public.buyer
          GROUP BY buyer.mail
        )
 SELECT best.mail AS contact,
    best.spent
   FROM best
  WITH LOCAL CHECK OPTION;

CREATE MATERIALIZED VIEW public.everybody AS
 SELECT * FROM public.customer
  WITH NO DATA;

CREATE VIEW public.both_ends AS
 SELECT customer.email AS address FROM public.customer
UNION ALL
 SELECT orders.note FROM public.orders;

CREATE TEMPORARY TABLE passing (secret text);

CREATE INDEX customer_view ON public.customer USING btree (email);

CREATE TRIGGER touched BEFORE UPDATE ON public.customer FOR EACH ROW EXECUTE FUNCTION public.touch();
