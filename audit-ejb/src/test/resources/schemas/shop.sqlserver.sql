USE [shop]
GO
/****** Object:  Table [dbo].[Customer]    Script Date: 1/1/2026 ******/
SET ANSI_NULLS ON
GO
CREATE TABLE [dbo].[Customer](
	[Id] [int] IDENTITY(1,1) NOT NULL,
	[Code] [varchar](20) NOT NULL,
	[Email] [nvarchar](200) NULL,
	[Whole]  AS ([Code]+'-'),
	[Version] [timestamp] NOT NULL,
	[Born] [datetime2](7) NULL,
 CONSTRAINT [PK_Customer] PRIMARY KEY CLUSTERED
(
	[Id] ASC
)WITH (PAD_INDEX = OFF, STATISTICS_NORECOMPUTE = OFF) ON [PRIMARY]
) ON [PRIMARY]
GO
CREATE PROCEDURE [dbo].[Tidy] AS
BEGIN
  CREATE TABLE #scratch (a int);
END
GO
CREATE   VIEW [dbo].[Contact] WITH SCHEMABINDING
AS
SELECT c.Code AS Who, c.Email
FROM dbo.Customer AS c
GO
ALTER TABLE [dbo].[Customer] ADD  DEFAULT ('x') FOR [Code]
GO
